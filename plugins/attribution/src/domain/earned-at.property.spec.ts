import fc from "fast-check"

import { earnedAt } from "./earned-at"
import { monthOf, shanghaiDay } from "./period"

const at = fc.date({
  min: new Date("2020-01-01"),
  max: new Date("2030-01-01"),
  noInvalidDate: true,
})
const past = fc.tuple(at, at).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [Date, Date])

describe("earnedAt", () => {
  it("changes no closed month, and dates nothing later than it is found", () => {
    fc.assert(
      fc.property(past, ([closedAt, now]) => {
        const earned = earnedAt(closedAt, now)
        expect(monthOf(shanghaiDay(earned))).toBe(monthOf(shanghaiDay(now)))
        expect(earned.getTime()).toBeLessThanOrEqual(now.getTime())
      }),
    )
  })

  it("is the moment the window closed wherever that month still runs", () => {
    fc.assert(
      fc.property(past, ([closedAt, now]) => {
        if (monthOf(shanghaiDay(closedAt)) !== monthOf(shanghaiDay(now))) return
        expect(earnedAt(closedAt, now)).toEqual(closedAt)
      }),
    )
  })

  it("counts months as Shanghai does", () => {
    const now = new Date("2026-11-22T02:00:00Z")
    expect(earnedAt(new Date("2026-10-31T15:59:59Z"), now).toISOString()).toBe(
      "2026-10-31T16:00:00.000Z",
    )
    const inTime = new Date("2026-10-31T16:00:01Z")
    expect(earnedAt(inTime, now)).toEqual(inTime)
  })
})
