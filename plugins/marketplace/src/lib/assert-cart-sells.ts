import { type CartRefusal, cartRefusal } from "../domain/cart-refusal"
import {
  cartToCheck,
  type CurrentPrices,
  sellersOf,
  type StoredCart,
  type StoredCartVariant,
} from "./cart-to-check"
import { type Localized, refuse } from "./localize"

type Code = CartRefusal["code"]

/** The name is the seller's where the refusal is about one, and else the product's title. */
const MESSAGE: Record<Code, (name: Localized) => Localized> = {
  cart_empty: () => ({
    zh: "购物车是空的，请先挑选商品。",
    en: "The cart is empty. Add something first.",
  }),
  seller_missing: ({ zh, en }) => ({
    zh: `「${zh}」没有经营主体，暂不能购买，请从购物车移除。`,
    en: `"${en}" is not sold by anybody at the moment. Remove it from the cart.`,
  }),
  seller_closed: ({ zh, en }) => ({
    zh: `「${zh}」暂停营业，请从购物车移除它的商品。`,
    en: `${en} is not open at the moment. Remove its goods from the cart.`,
  }),
  quantity_not_whole: ({ zh, en }) => ({
    zh: `「${zh}」的数量必须是大于零的整数，请修改数量。`,
    en: `The quantity of "${en}" must be a whole number above zero. Change it.`,
  }),
  price_changed: ({ zh, en }) => ({
    zh: `「${zh}」的价格已变动，请移除后重新加入购物车。`,
    en: `The price of "${en}" has changed. Remove it and add it again.`,
  }),
  stock_short: ({ zh, en }) => ({
    zh: `「${zh}」库存不足，请减少数量。`,
    en: `There is not enough of "${en}" left. Lower the quantity.`,
  }),
  parcel_shipping_missing: ({ zh, en }) => ({
    zh: `请为「${zh}」的包裹选择配送方式。`,
    en: `Choose a delivery method for the parcel from ${en}.`,
  }),
  parcel_shipping_orphaned: ({ zh, en }) => ({
    zh: `购物车里已没有「${zh}」的商品，请重新选择配送方式。`,
    en: `Nothing from ${en} is left in the cart. Choose the delivery methods again.`,
  }),
}

/**
 * Refuses a cart that may not become an order, in the reader's language.
 *
 * @throws MedusaError NOT_ALLOWED with the code of `cartRefusal`.
 */
export function assertCartSells(
  cart: StoredCart,
  variants: StoredCartVariant[],
  prices: CurrentPrices,
): void {
  const refusal = cartRefusal(cartToCheck(cart, variants, prices))
  if (!refusal) return
  const text = MESSAGE[refusal.code](nameOf(refusal, cart, variants))
  throw refuse("not_allowed", refusal.code, text)
}

function nameOf(refusal: CartRefusal, cart: StoredCart, variants: StoredCartVariant[]): Localized {
  if ("lineItemId" in refusal && !("sellerId" in refusal)) {
    const item = cart.items.find(({ id }) => id === refusal.lineItemId)!
    const title = item.product_title ?? item.title
    return { zh: title, en: title }
  }
  const sellerId = "sellerId" in refusal ? refusal.sellerId : null
  const seller = sellersOf(variants).find(({ id }) => id === sellerId)
  return seller ? { zh: seller.name_zh, en: seller.name_en } : GONE_SELLER
}

/** The seller of freight that was left behind need not be among the cart's sellers. */
const GONE_SELLER: Localized = { zh: "其他经营主体", en: "another seller" }
