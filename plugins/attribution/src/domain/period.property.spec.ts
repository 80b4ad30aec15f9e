import fc from "fast-check"

import { isMonth, monthOf, monthsBetween, monthsFrom, previousMonth, shanghaiDay } from "./period"

const instant = fc.date({
  min: new Date("1992-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
})
const month = instant.map((date) => monthOf(shanghaiDay(date)))

describe("shanghaiDay", () => {
  it("is the day that the calendar of Asia/Shanghai shows", () => {
    const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" })
    fc.assert(
      fc.property(instant, (date) => {
        expect(shanghaiDay(date)).toBe(calendar.format(date))
      }),
    )
  })

  it("never runs backwards", () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        expect(shanghaiDay(first) <= shanghaiDay(second)).toBe(true)
      }),
    )
  })
})

describe("monthsBetween", () => {
  it("steps one month at a time, without a gap", () => {
    fc.assert(
      fc.property(month, month, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a]
        const months = monthsBetween(from, to)
        expect([months[0], months.at(-1)]).toEqual([from, to])
        months.slice(1).forEach((m, i) => expect(previousMonth(m)).toBe(months[i]))
        expect(months.every(isMonth)).toBe(true)
      }),
    )
  })
})

describe("monthsFrom", () => {
  it("lists as many months as asked, without a gap", () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const months = monthsFrom(from, count)
        expect(months).toHaveLength(count)
        expect(months).toEqual(monthsBetween(from, months.at(-1)!))
      }),
    )
  })
})
