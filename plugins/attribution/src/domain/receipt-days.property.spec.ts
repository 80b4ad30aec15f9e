import fc from "fast-check"

import { addDays } from "./asked-period"
import { lastDayOf } from "./period"
import { sumPeriods, wholeYears } from "./receipt-days"

const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays("2023-06-01", count))
const span = fc.tuple(day, fc.integer({ min: 0, max: 900 }), day)

type Range = { from: string; to: string }

const daysOf = ({ from, to }: Range): string[] => {
  const days: string[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}

/** The days that are read as often as not zero, each with how often. */
function read(parts: (Range & { sign: number })[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const part of parts) {
    for (const on of daysOf(part)) counts.set(on, (counts.get(on) ?? 0) + part.sign)
  }
  return [...counts].filter(([, times]) => times !== 0).sort()
}

const once = (range: Range) => daysOf(range).map((on) => [on, 1])

describe("sumPeriods", () => {
  it("reads each day of the span once and no other day", () => {
    fc.assert(
      fc.property(span, ([from, length, today]) => {
        const to = addDays(from, length)
        const parts = sumPeriods(from, to, today).map(({ period, sign }) =>
          period.length === 7
            ? { from: `${period}-01`, to: lastDayOf(period), sign }
            : { from: period, to: period, sign },
        )
        expect(read(parts)).toEqual(once({ from, to }))
      }),
    )
  })
})

describe("wholeYears", () => {
  it("reads each day of the span once and no other day", () => {
    fc.assert(
      fc.property(span, ([from, length, today]) => {
        const to = addDays(from, length)
        const { years, add, subtract } = wholeYears(from, to, today)
        const parts = [
          ...years.map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31`, sign: 1 })),
          ...add.map((range) => ({ ...range, sign: 1 })),
          ...subtract.map((range) => ({ ...range, sign: -1 })),
        ]
        expect(read(parts)).toEqual(once({ from, to }))
      }),
    )
  })
})
