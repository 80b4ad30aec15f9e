import { type CartFacts, isPlainPrice, isProcessable, stockReason } from "./plain-cart"

const price = { hasRules: false, isOfList: false, isOfQuantity: false }
const item = {
  isOfVariant: true,
  isGiftCard: false,
  isCustomPrice: false,
  unitPrice: 68,
  isSent: true,
  shippingProfileId: "sp_yanyuan",
}
const goods = {
  prices: [price],
  isInventoryManaged: true,
  isBackorderAllowed: false,
  places: [[{ isInChannel: true }]],
}
const session = { status: "pending", isProviderEnabled: true }
const cart: CartFacts = {
  isOrdered: false,
  discounts: 0,
  taxes: 0,
  credits: 0,
  items: [item],
  goods: [goods],
  sessions: [session],
  freightProfileIds: ["sp_yanyuan"],
}

describe("stockReason", () => {
  it("takes the short way with a plain cart", () => {
    expect(stockReason(cart)).toBeNull()
    const sentNothing = [{ ...item, isSent: false }]
    expect(stockReason({ ...cart, items: sentNothing, freightProfileIds: [] })).toBeNull()
    const counted = [{ ...goods, isInventoryManaged: false, places: [] }]
    expect(stockReason({ ...cart, goods: counted })).toBeNull()
  })

  it.each<[string, Partial<CartFacts>]>([
    ["ordered_already", { isOrdered: true }],
    ["discounted", { discounts: 1 }],
    ["taxed", { taxes: 1 }],
    ["credited", { credits: 1 }],
    ["goods_unusual", { items: [] }],
    ["goods_unusual", { items: [item, { ...item, isOfVariant: false }] }],
    ["goods_unusual", { items: [{ ...item, isGiftCard: true }] }],
    ["goods_unusual", { items: [{ ...item, isCustomPrice: true }] }],
    ["price_ruled", { goods: [goods, { ...goods, prices: [price, price] }] }],
    ["payment_unready", { sessions: [] }],
    ["payment_unready", { sessions: [{ ...session, status: "canceled" }] }],
    ["payment_unready", { sessions: [{ ...session, isProviderEnabled: false }] }],
    ["payment_unready", { items: [{ ...item, unitPrice: 0 }] }],
    ["shipping_unmatched", { freightProfileIds: [null, "sp_other"] }],
    ["location_ambiguous", { goods: [{ ...goods, isBackorderAllowed: true }] }],
    ["location_ambiguous", { goods: [{ ...goods, places: [] }] }],
    ["location_ambiguous", { goods: [{ ...goods, places: [[{ isInChannel: false }]] }] }],
    [
      "location_ambiguous",
      { goods: [{ ...goods, places: [[{ isInChannel: true }, { isInChannel: true }]] }] },
    ],
  ])("leaves a cart to Medusa: %s", (reason, change) => {
    expect(stockReason({ ...cart, ...change })).toBe(reason)
  })
})

describe("isPlainPrice", () => {
  it.each([
    ["no price", []],
    ["two prices", [price, price]],
    ["a rule", [{ ...price, hasRules: true }]],
    ["a list", [{ ...price, isOfList: true }]],
    ["a quantity", [{ ...price, isOfQuantity: true }]],
  ])("is none with %s", (_, prices) => {
    expect(isPlainPrice(prices)).toBe(false)
  })
})

describe("isProcessable", () => {
  it("goes on with what can still become money", () => {
    const states = ["pending", "requires_more", "authorized", "captured", "error", "canceled"]
    expect(states.filter(isProcessable)).toEqual(states.slice(0, 4))
  })
})
