import fc from "fast-check"

import { arrivedWhenShippedBy, claimWindowEnd, deliveredOrDue } from "./delivery"

const at = fc.date({
  min: new Date("2020-01-01"),
  max: new Date("2030-01-01"),
  noInvalidDate: true,
})
const days = fc.record({ deliveredAfter: fc.nat(60), claim: fc.nat(60) })

describe("delivery", () => {
  it("moves no window by writing down what was due", () => {
    fc.assert(
      fc.property(at, days, (shippedAt, days) => {
        const deliveredAt = deliveredOrDue({ shippedAt, deliveredAt: null }, days.deliveredAfter)
        expect(claimWindowEnd({ shippedAt, deliveredAt }, days)).toEqual(
          claimWindowEnd({ shippedAt, deliveredAt: null }, days),
        )
      }),
    )
  })

  it("gives the buyer the whole time to claim, whenever the parcel came", () => {
    fc.assert(
      fc.property(at, at, days, (shippedAt, deliveredAt, days) => {
        const end = claimWindowEnd({ shippedAt, deliveredAt }, days)!
        expect(end.getTime() - deliveredAt.getTime()).toBe(days.claim * 86_400_000)
      }),
    )
  })

  it("counts as delivered exactly what was shipped by then", () => {
    fc.assert(
      fc.property(at, at, fc.nat(60), (shippedAt, now, deliveredAfter) => {
        const due = deliveredOrDue({ shippedAt, deliveredAt: null }, deliveredAfter)!
        expect(shippedAt <= arrivedWhenShippedBy(now, deliveredAfter)).toBe(due <= now)
      }),
    )
  })
})
