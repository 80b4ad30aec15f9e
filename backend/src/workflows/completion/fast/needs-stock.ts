import type { StoredPrice, WholeCart, WholeItem, WholeVariant } from "./whole-cart"

/** What only Medusa's own completion knows to do, or to refuse in its words. */
export type StockReason =
  | "ordered_already"
  | "goods_unusual"
  | "price_ruled"
  | "discounted"
  | "taxed"
  | "credited"
  | "payment_unready"
  | "shipping_unmatched"
  | "location_ambiguous"

/** The states of a session that Medusa goes on with. */
const PROCESSABLE = ["pending", "requires_more", "authorized", "captured", "pending_authorization"]

/**
 * Why a cart has to go through Medusa's `completeCartWorkflow`; null for the plain carts that this
 * market has: goods at their one price, freight of each seller, one payment, no discount, no tax.
 */
export function needsStock(cart: WholeCart): StockReason | null {
  if (cart.order_id || cart.completed_at) return "ordered_already"
  const extra = extraOf(cart)
  if (extra) return extra
  if (cart.items.length === 0 || !cart.items.every(isUsual)) return "goods_unusual"
  if (!cart.variants.every(({ prices }) => plainPrice(prices))) return "price_ruled"
  if (!isPayable(cart)) return "payment_unready"
  if (!isShippable(cart)) return "shipping_unmatched"
  return cart.variants.every(hasOnePlace) ? null : "location_ambiguous"
}

function extraOf(cart: WholeCart): StockReason | null {
  if (cart.promotions + cart.adjustments > 0) return "discounted"
  if (cart.tax_lines > 0) return "taxed"
  return cart.credit_lines > 0 ? "credited" : null
}

/** The one price of a variant or option, when no rule, list or quantity could choose another. */
export function plainPrice(prices: StoredPrice[]): StoredPrice | null {
  const [price, ...others] = prices
  if (!price || others.length > 0 || price.rules_count > 0 || price.price_list_id) return null
  return price.min_quantity === null && price.max_quantity === null ? price : null
}

/** The session that Medusa would authorise. */
export function sessionOf({ sessions }: WholeCart) {
  return sessions.find(({ status }) => PROCESSABLE.includes(status))
}

function isUsual(item: WholeItem): boolean {
  return item.variant_id !== null && !item.is_giftcard && !item.is_custom_price
}

function isPayable(cart: WholeCart): boolean {
  const usable = cart.sessions.filter(({ status }) => PROCESSABLE.includes(status))
  const goods = cart.items.reduce((sum, { unit_price }) => sum + Number(unit_price), 0)
  return goods > 0 && usable.length > 0 && usable.every(({ is_enabled }) => is_enabled)
}

/** Medusa asks for freight of the profile of every product that is sent. */
function isShippable({ items, variants, shipping_methods }: WholeCart): boolean {
  const offered = shipping_methods.map((m) => m.shipping_option?.shipping_profile_id)
  return items.every(({ variant_id, requires_shipping }) => {
    const variant = variants.find(({ id }) => id === variant_id)
    return !requires_shipping || offered.includes(variant?.product.shipping_profile_id)
  })
}

/** Medusa chooses among locations; with one, it is the seller's own. */
function hasOnePlace({ manage_inventory, allow_backorder, inventory_items }: WholeVariant) {
  if (!manage_inventory) return true
  if (allow_backorder || inventory_items.length === 0) return false
  return inventory_items.every(({ inventory: { location_levels: levels } }) => {
    return levels.length === 1 && levels[0]!.is_in_channel
  })
}
