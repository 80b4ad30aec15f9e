import { cartRefusal, type CartLine, type CartToComplete } from "./cart-refusal"

const APPLES: CartLine = {
  lineItemId: "apples",
  sellerId: "yanyuan",
  quantity: 2,
  unitPrice: 4980n,
  currentPrice: 4980n,
  isCustomPrice: false,
  stock: [{ inventoryItemId: "apples", unitsPerPack: 1, available: 2 }],
}
const CART: CartToComplete = {
  lines: [APPLES],
  sellers: [{ sellerId: "yanyuan", isOpen: true }],
  shippingSellerIds: ["yanyuan"],
}
const withLine = (change: Partial<CartLine>) => ({ ...CART, lines: [{ ...APPLES, ...change }] })

describe("cartRefusal", () => {
  it("lets a cart through that sells the last packs", () => {
    expect(cartRefusal(CART)).toBeNull()
  })

  it("lets unmanaged stock through", () => {
    expect(cartRefusal(withLine({ stock: [] }))).toBeNull()
  })

  it.each([
    ["cart_empty", { ...CART, lines: [] }],
    ["seller_missing", withLine({ sellerId: null })],
    ["seller_closed", { ...CART, sellers: [{ sellerId: "yanyuan", isOpen: false }] }],
    ["quantity_not_whole", withLine({ quantity: 0 })],
    ["quantity_not_whole", withLine({ quantity: -1 })],
    ["quantity_not_whole", withLine({ quantity: 1.5 })],
    ["price_changed", withLine({ unitPrice: 1n })],
    ["price_changed", withLine({ currentPrice: null })],
    ["price_changed", withLine({ isCustomPrice: true })],
    ["stock_short", withLine({ quantity: 3 })],
    ["parcel_shipping_missing", { ...CART, shippingSellerIds: [] }],
    ["parcel_shipping_orphaned", { ...CART, shippingSellerIds: ["yanyuan", "meigu"] }],
    ["parcel_shipping_orphaned", { ...CART, shippingSellerIds: ["yanyuan", null] }],
  ])("says %s", (code, cart) => {
    expect(cartRefusal(cart)).toMatchObject({ code })
  })

  it("names the line that is short", () => {
    expect(cartRefusal(withLine({ quantity: 3 }))).toEqual({
      code: "stock_short",
      lineItemId: "apples",
    })
  })

  it("names the seller whose parcel has no freight", () => {
    expect(cartRefusal({ ...CART, shippingSellerIds: [] })).toEqual({
      code: "parcel_shipping_missing",
      sellerId: "yanyuan",
    })
  })

  it("counts two lines that share stock together", () => {
    const gift = { ...APPLES, lineItemId: "gift", quantity: 1 }
    expect(cartRefusal({ ...CART, lines: [{ ...APPLES, quantity: 1 }, gift] })).toBeNull()
    expect(cartRefusal({ ...CART, lines: [APPLES, gift] })).toEqual({
      code: "stock_short",
      lineItemId: "gift",
    })
  })

  it("counts the units that a pack takes", () => {
    const stock = [{ inventoryItemId: "apples", unitsPerPack: 2, available: 3 }]
    expect(cartRefusal(withLine({ quantity: 1, stock }))).toBeNull()
    expect(cartRefusal(withLine({ quantity: 2, stock }))).toMatchObject({ code: "stock_short" })
  })
})
