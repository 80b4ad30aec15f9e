import fc from "fast-check"

import { cartRefusal, type CartLine } from "./cart-refusal"

const SELLERS = ["yanyuan", "meigu", "zhaojue"]

const line: fc.Arbitrary<CartLine> = fc.record({
  lineItemId: fc.uuid(),
  sellerId: fc.constantFrom(...SELLERS),
  quantity: fc.integer({ min: 1, max: 20 }),
  unitPrice: fc.constant(100n),
  currentPrice: fc.constant(100n),
  isCustomPrice: fc.constant(false),
  stock: fc.array(
    fc.record({
      inventoryItemId: fc.constantFrom("a", "b", "c"),
      unitsPerPack: fc.integer({ min: 1, max: 3 }),
      available: fc.constant(100),
    }),
    { maxLength: 2 },
  ),
})
const lines = fc.array(line, { minLength: 1, maxLength: 6 })

const cartOf = (list: CartLine[]) => ({
  lines: list,
  sellers: SELLERS.map((sellerId) => ({ sellerId, isOpen: true })),
  shippingSellerIds: [...new Set(list.map(({ sellerId }) => sellerId))],
})

const unitsTaken = (list: CartLine[], id: string) =>
  list
    .flatMap(({ quantity, stock }) => stock.map((item) => ({ quantity, ...item })))
    .filter(({ inventoryItemId }) => inventoryItemId === id)
    .reduce((sum, { quantity, unitsPerPack }) => sum + quantity * unitsPerPack, 0)

describe("cartRefusal", () => {
  it("refuses for stock exactly when some item is oversold by the cart as a whole", () => {
    fc.assert(
      fc.property(lines, (list) => {
        const isOversold = ["a", "b", "c"].some((id) => unitsTaken(list, id) > 100)
        expect(cartRefusal(cartOf(list))?.code ?? null).toBe(isOversold ? "stock_short" : null)
      }),
    )
  })

  it("needs freight for every seller", () => {
    fc.assert(
      fc.property(lines, (list) => {
        const cart = cartOf(list.map((one) => ({ ...one, stock: [] })))
        const [missing, ...rest] = cart.shippingSellerIds
        expect(cartRefusal(cart)).toBeNull()
        expect(cartRefusal({ ...cart, shippingSellerIds: rest })).toEqual({
          code: "parcel_shipping_missing",
          sellerId: missing,
        })
      }),
    )
  })

  it("refuses any other price than today's", () => {
    const price = fc.bigInt({ min: 0n, max: 10_000n }).filter((p) => p !== 100n)
    fc.assert(
      fc.property(line, price, (one, unitPrice) => {
        expect(cartRefusal(cartOf([{ ...one, unitPrice }]))).toEqual({
          code: "price_changed",
          lineItemId: one.lineItemId,
        })
      }),
    )
  })
})
