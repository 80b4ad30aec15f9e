import { deliveryRefusal, type DeliveryClaim } from "./record-delivery"

const SOUND: DeliveryClaim = {
  netGrams: 412_000,
  deductionGrams: 8_000,
  priceFenPerKg: 460,
  floorFenPerKg: 420,
  belowFloorReason: null,
  deliveredOn: "2026-10-18",
  villageCode: "513423100201",
}

describe("deliveryRefusal", () => {
  it("accepts a sound delivery, with or without a floor", () => {
    expect(deliveryRefusal(SOUND)).toBeNull()
    expect(deliveryRefusal({ ...SOUND, floorFenPerKg: null })).toBeNull()
    expect(deliveryRefusal({ ...SOUND, priceFenPerKg: 420 })).toBeNull()
  })

  it("wants a reason below the floor", () => {
    const below = { ...SOUND, priceFenPerKg: 419 }
    expect(deliveryRefusal(below)).toBe("delivery_below_floor")
    expect(deliveryRefusal({ ...below, belowFloorReason: "  " })).toBe("delivery_below_floor")
    expect(deliveryRefusal({ ...below, belowFloorReason: "冰雹伤果" })).toBeNull()
  })

  it.each([
    [{ netGrams: 0 }, "delivery_weight_invalid"],
    [{ netGrams: 1.5 }, "delivery_weight_invalid"],
    [{ deductionGrams: -1 }, "delivery_weight_invalid"],
    [{ priceFenPerKg: -1 }, "delivery_price_invalid"],
    [{ priceFenPerKg: 4.6 }, "delivery_price_invalid"],
    [{ floorFenPerKg: 4.2 }, "delivery_price_invalid"],
    [{ deliveredOn: "2026-02-30" }, "delivery_day_invalid"],
    [{ villageCode: "513423" }, "delivery_village_invalid"],
  ] as const)("refuses %j with %s", (change, code) => {
    expect(deliveryRefusal({ ...SOUND, ...change })).toBe(code)
  })
})
