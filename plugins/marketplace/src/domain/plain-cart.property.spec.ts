import fc from "fast-check"

import { type CartFacts, stockReason } from "./plain-cart"

const price = fc.record({
  hasRules: fc.boolean(),
  isOfList: fc.boolean(),
  isOfQuantity: fc.boolean(),
})
const profile = fc.constantFrom("sp_a", "sp_b", null)
const cart: fc.Arbitrary<CartFacts> = fc.record({
  isOrdered: fc.boolean(),
  discounts: fc.nat(1),
  taxes: fc.nat(1),
  credits: fc.nat(1),
  items: fc.array(
    fc.record({
      isOfVariant: fc.boolean(),
      isGiftCard: fc.boolean(),
      isCustomPrice: fc.boolean(),
      unitPrice: fc.nat(100),
      isSent: fc.boolean(),
      shippingProfileId: profile,
    }),
    { maxLength: 3 },
  ),
  goods: fc.array(
    fc.record({
      prices: fc.array(price, { maxLength: 2 }),
      isInventoryManaged: fc.boolean(),
      isBackorderAllowed: fc.boolean(),
      places: fc.array(fc.array(fc.record({ isInChannel: fc.boolean() }), { maxLength: 2 }), {
        maxLength: 2,
      }),
    }),
    { maxLength: 2 },
  ),
  sessions: fc.array(
    fc.record({
      status: fc.constantFrom("pending", "authorized", "error", "canceled"),
      isProviderEnabled: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  freightProfileIds: fc.array(profile, { maxLength: 2 }),
})

/** A plain cart of any size: each draw of it takes the short way. */
const plain: fc.Arbitrary<CartFacts> = fc
  .array(fc.tuple(fc.constantFrom("sp_a", "sp_b"), fc.integer({ min: 1, max: 100 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => ({
    ...{ isOrdered: false, discounts: 0, taxes: 0, credits: 0 },
    items: lines.map(([shippingProfileId, unitPrice]) => ({
      ...{ isOfVariant: true, isGiftCard: false, isCustomPrice: false, isSent: true },
      shippingProfileId,
      unitPrice,
    })),
    goods: lines.map(() => ({
      prices: [{ hasRules: false, isOfList: false, isOfQuantity: false }],
      isInventoryManaged: true,
      isBackorderAllowed: false,
      places: [[{ isInChannel: true }]],
    })),
    sessions: [{ status: "pending", isProviderEnabled: true }],
    freightProfileIds: lines.map(([shippingProfileId]) => shippingProfileId),
  }))

describe("stockReason", () => {
  it("takes the short way with every plain cart, however large", () => {
    fc.assert(fc.property(plain, (cart) => expect(stockReason(cart)).toBeNull()))
  })

  it("takes none that is ordered, reduced, taxed, credited, empty or without payment", () => {
    fc.assert(
      fc.property(cart, (cart) => {
        if (stockReason(cart) !== null) return
        expect([cart.isOrdered, cart.discounts, cart.taxes, cart.credits]).toEqual([false, 0, 0, 0])
        expect(cart.items.length * cart.sessions.length).toBeGreaterThan(0)
      }),
    )
  })

  it("never comes back to the short way by one thing more on the cart", () => {
    const more = fc.constantFrom<Partial<CartFacts>>(
      { isOrdered: true },
      { discounts: 1 },
      { taxes: 1 },
      { credits: 1 },
    )
    fc.assert(
      fc.property(fc.oneof(cart, plain), more, (cart, more) => {
        expect(stockReason({ ...cart, ...more })).not.toBeNull()
      }),
    )
  })
})
