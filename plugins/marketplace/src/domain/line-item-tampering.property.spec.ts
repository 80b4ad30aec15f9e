import fc from "fast-check"

import { MAX_QUANTITY, tamperingRefusal } from "./line-item-tampering"

const whole = fc.integer({ min: 0, max: MAX_QUANTITY })

describe("tamperingRefusal", () => {
  it("takes every whole quantity, alone and among items", () => {
    fc.assert(
      fc.property(fc.array(whole), whole, (quantities, quantity) => {
        const items = quantities.map((q) => ({ variant_id: "v", quantity: q }))
        expect(tamperingRefusal({ quantity, items })).toBeNull()
      }),
    )
  })

  it("takes no other number", () => {
    const odd = fc
      .oneof(fc.double(), fc.integer())
      .filter((n) => !(Number.isInteger(n) && n >= 0 && n <= MAX_QUANTITY))
    fc.assert(
      fc.property(odd, (quantity) =>
        expect(tamperingRefusal({ items: [{ quantity }] })).toBe("quantity_not_whole"),
      ),
    )
  })

  it("finds a price wherever among the lines it hides", () => {
    fc.assert(
      fc.property(fc.array(whole), fc.array(whole), fc.jsonValue(), (before, after, price) => {
        const plain = (quantity: number) => ({ quantity })
        const items = [...before.map(plain), { unit_price: price }, ...after.map(plain)]
        expect(tamperingRefusal({ items })).toBe("unit_price_forbidden")
      }),
    )
  })

  it("never throws, whatever is sent", () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(() => tamperingRefusal(body)).not.toThrow()
      }),
    )
  })
})
