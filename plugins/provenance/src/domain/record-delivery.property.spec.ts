import fc from "fast-check"

import { deliveryRefusal } from "./record-delivery"

const claim = fc.record({
  netGrams: fc.integer({ min: 1, max: 10_000_000 }),
  deductionGrams: fc.integer({ min: 0, max: 100_000 }),
  priceFenPerKg: fc.integer({ min: 0, max: 100_000 }),
  floorFenPerKg: fc.option(fc.integer({ min: 0, max: 100_000 })),
  belowFloorReason: fc.option(fc.constantFrom("冰雹伤果", "")),
  deliveredOn: fc.constant("2026-10-18"),
  villageCode: fc.constant("513423100201"),
})

describe("deliveryRefusal", () => {
  it("lets no delivery below its floor pass without a reason, and every other one", () => {
    fc.assert(
      fc.property(claim, (c) => {
        const isBelow = c.floorFenPerKg !== null && c.priceFenPerKg < c.floorFenPerKg
        const expected = isBelow && !c.belowFloorReason ? "delivery_below_floor" : null
        expect(deliveryRefusal(c)).toBe(expected)
      }),
    )
  })

  it("accepts no fraction of a gram or fen", () => {
    const fraction = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(claim, fraction, (c, f) => {
        expect(deliveryRefusal({ ...c, netGrams: c.netGrams + f })).toBe("delivery_weight_invalid")
        expect(deliveryRefusal({ ...c, priceFenPerKg: c.priceFenPerKg + f })).toBe(
          "delivery_price_invalid",
        )
      }),
    )
  })
})
