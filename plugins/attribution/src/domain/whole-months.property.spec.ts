import fc from "fast-check"

import { addDays } from "./asked-period"
import { lastDayOf, monthsBetween } from "./period"
import { wholeMonths, type DayRange } from "./whole-months"

const day = fc.integer({ min: 0, max: 1200 }).map((count) => addDays("2024-01-01", count))

const daysOf = ({ from, to }: DayRange): string[] => {
  const days: string[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}

describe("wholeMonths", () => {
  it("reads each day of the span once and no other day", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), day, (from, length, today) => {
        const to = addDays(from, length)
        const { months, add, subtract } = wholeMonths(from, to, today)
        const counts = new Map<string, number>()
        const tell = (range: DayRange, by: number) => {
          for (const on of daysOf(range)) counts.set(on, (counts.get(on) ?? 0) + by)
        }
        if (months) {
          for (const month of monthsBetween(months.from, months.to)) {
            tell({ from: `${month}-01`, to: lastDayOf(month) }, 1)
          }
        }
        add.forEach((range) => tell(range, 1))
        subtract.forEach((range) => tell(range, -1))
        const read = [...counts].filter(([, times]) => times !== 0).sort()
        expect(read).toEqual(daysOf({ from, to }).map((on) => [on, 1]))
      }),
    )
  })
})
