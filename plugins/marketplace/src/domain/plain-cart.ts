/**
 * Which carts take our own short way to an order, and which need Medusa's `completeCartWorkflow`
 * (docs/adr/0007). Plain are the carts that this market has: goods at their one price, freight of each
 * seller, one payment, no discount, no tax. Whatever else a cart holds, Medusa knows what to make of it.
 */

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

/** What could make one price of a variant or option count and another not. */
export type PriceFacts = {
  readonly hasRules: boolean
  readonly isOfList: boolean
  readonly isOfQuantity: boolean
}

export type GoodsFacts = {
  readonly prices: readonly PriceFacts[]
  readonly isInventoryManaged: boolean
  readonly isBackorderAllowed: boolean
  /** Of each inventory item, its locations: whether each serves the cart's sales channel. */
  readonly places: readonly (readonly { readonly isInChannel: boolean }[])[]
}

export type CartFacts = {
  readonly isOrdered: boolean
  /** How many of each lie on the cart. */
  readonly discounts: number
  readonly taxes: number
  readonly credits: number
  readonly items: readonly {
    readonly isOfVariant: boolean
    readonly isGiftCard: boolean
    readonly isCustomPrice: boolean
    /** In Medusa's unit: only compared with zero. */
    readonly unitPrice: number
    readonly isSent: boolean
    readonly shippingProfileId: string | null
  }[]
  readonly goods: readonly GoodsFacts[]
  readonly sessions: readonly SessionFacts[]
  /** Shipping profiles that the cart's freight is for. */
  readonly freightProfileIds: readonly (string | null)[]
}

type SessionFacts = { readonly status: string; readonly isProviderEnabled: boolean }

/** The states of a session that Medusa goes on with. */
const PROCESSABLE = ["pending", "requires_more", "authorized", "captured", "pending_authorization"]

/** Whether Medusa would authorise a payment session in this state. */
export function isProcessable(status: string): boolean {
  return PROCESSABLE.includes(status)
}

/** Why a cart has to go through Medusa's completion; null for a plain one. */
export function stockReason(cart: CartFacts): StockReason | null {
  if (cart.isOrdered) return "ordered_already"
  const extra = extraOf(cart)
  if (extra) return extra
  if (cart.items.length === 0 || !cart.items.every(isUsual)) return "goods_unusual"
  if (!cart.goods.every(({ prices }) => isPlainPrice(prices))) return "price_ruled"
  if (!isPayable(cart)) return "payment_unready"
  if (!isShippable(cart)) return "shipping_unmatched"
  return cart.goods.every(hasOnePlace) ? null : "location_ambiguous"
}

/** Whether goods or freight have one price that no rule, list or quantity could replace. */
export function isPlainPrice(prices: readonly PriceFacts[]): boolean {
  const [price, ...others] = prices
  if (!price || others.length > 0) return false
  return !price.hasRules && !price.isOfList && !price.isOfQuantity
}

function extraOf({ discounts, taxes, credits }: CartFacts): StockReason | null {
  if (discounts > 0) return "discounted"
  if (taxes > 0) return "taxed"
  return credits > 0 ? "credited" : null
}

function isUsual(item: CartFacts["items"][number]): boolean {
  return item.isOfVariant && !item.isGiftCard && !item.isCustomPrice
}

function isPayable({ sessions, items }: CartFacts): boolean {
  const usable = sessions.filter(({ status }) => isProcessable(status))
  const isWorthMoney = items.reduce((sum, { unitPrice }) => sum + unitPrice, 0) > 0
  return isWorthMoney && usable.length > 0 && usable.every((one) => one.isProviderEnabled)
}

/** Medusa asks for freight of the profile of every product that is sent. */
function isShippable({ items, freightProfileIds }: CartFacts): boolean {
  return items.every(
    ({ isSent, shippingProfileId }) => !isSent || freightProfileIds.includes(shippingProfileId),
  )
}

/** Medusa chooses among locations; with one, it is the seller's own. */
function hasOnePlace({ isInventoryManaged, isBackorderAllowed, places }: GoodsFacts): boolean {
  if (!isInventoryManaged) return true
  if (isBackorderAllowed || places.length === 0) return false
  return places.every((levels) => levels.length === 1 && levels[0]!.isInChannel)
}
