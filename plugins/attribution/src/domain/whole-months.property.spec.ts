import fc from "fast-check"

import { addDays, daysBetween } from "./asked-period"
import { lastDayOf, monthsBetween, monthsFrom } from "./period"
import { countedPeriod, wholeMonths, type DayRange } from "./whole-months"

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

describe("countedPeriod", () => {
  const month = fc
    .integer({ min: 0, max: 40 })
    .map((count) => monthsFrom("2023-01", count + 1)[count]!)
  const whole = fc.oneof(
    month.map((one) => ({ period: one, from: `${one}-01`, to: lastDayOf(one) })),
    fc
      .integer({ min: 2023, max: 2026 })
      .map((year) => ({ period: `${year}`, from: `${year}-01-01`, to: `${year}-12-31` })),
  )

  it("knows a month and a year, over or running", () => {
    fc.assert(
      fc.property(whole, day, ({ period, from, to }, today) => {
        const last = today >= from && today < to ? today : to
        // A year that is in its January comes to that month.
        expect(countedPeriod(from, last, today)?.period.startsWith(period)).toBe(true)
      }),
    )
  })

  it("names no period with other days up to today than were asked for", () => {
    const days = fc.tuple(day, fc.integer({ min: 0, max: 400 }))
    const near = whole.chain(({ from, to }) =>
      fc.tuple(fc.constant(from), fc.integer({ min: -2, max: 2 })).map(([first, late]) => {
        const length = daysBetween(first, to) + late
        return [first, Math.max(0, length)] as [string, number]
      }),
    )
    fc.assert(
      fc.property(fc.oneof(days, near), day, ([from, length], today) => {
        const to = addDays(from, length)
        const counted = countedPeriod(from, to, today)
        if (counted === null) return
        const { months, period } = counted
        expect(months.from.startsWith(period) && months.to.startsWith(period)).toBe(true)
        const upToToday = (range: DayRange) => daysOf(range).filter((on) => on <= today)
        const read = { from: `${months.from}-01`, to: lastDayOf(months.to) }
        expect(upToToday(read)).toEqual(upToToday({ from, to }))
      }),
    )
  })
})
