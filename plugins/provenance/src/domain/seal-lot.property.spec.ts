import fc from "fast-check"

import { businessDay } from "./business-day"
import { expiryRefusal, sealRefusal, type SealableDelivery } from "./seal-lot"

const LOT = { sellerId: "sel_1", productKind: "apple", divisionCode: "513423" }
const deliveries = fc.array(
  fc.record<SealableDelivery>({
    id: fc.uuid(),
    sellerId: fc.constantFrom("sel_1", "sel_1", "sel_2"),
    productKind: fc.constantFrom("apple", "apple", "pear"),
    villageCode: fc.constantFrom("513423100201", "513423101201", "513422100201"),
    isConfirmed: fc.constantFrom(true, true, false),
    isDisputed: fc.constantFrom(false, false, true),
    isVoided: fc.constantFrom(false, false, true),
    usedIn: fc.constantFrom(null, null, "lot_1"),
  }),
  { maxLength: 6 },
)

describe("sealRefusal", () => {
  it("accepts a set exactly when it accepts each delivery alone", () => {
    fc.assert(
      fc.property(deliveries, (list) => {
        const isEachSound = list.every((delivery) => sealRefusal(LOT, [delivery]) === null)
        expect(sealRefusal(LOT, list) === null).toBe(isEachSound)
      }),
    )
  })

  it("names a delivery that it refuses alone, too", () => {
    fc.assert(
      fc.property(deliveries, (list) => {
        const refusal = sealRefusal(LOT, list)
        fc.pre(refusal !== null)
        const named = list.filter(({ id }) => id === refusal.deliveryId)
        expect(sealRefusal(LOT, named)).toEqual(refusal)
      }),
    )
  })
})

describe("expiryRefusal", () => {
  it("refuses exactly what would be past its day on the business day of the sealing", () => {
    const at = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2090-01-01"),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(at, fc.integer({ min: -400, max: 400 }), (sealedAt, days) => {
        const last = businessDay(new Date(sealedAt.getTime() + days * 86_400_000))
        expect(expiryRefusal(last, businessDay(sealedAt)) !== null).toBe(days < 0)
      }),
    )
  })
})
