import fc from "fast-check"

import { addDays, askedPeriod, daysBetween } from "./asked-period"
import { lastDayOf } from "./period"

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("1990-01-01", count))
const asked = fc.oneof(
  day.map((on) => on.slice(0, 7)),
  day.map((on) => on.slice(0, 4)),
  fc
    .tuple(day, fc.integer({ min: 0, max: 1700 }))
    .map(([from, count]) => `${from}..${addDays(from, count)}`),
  fc.string(),
)

/** Periods that there are, each with the day it was asked on. */
function forAll(check: (period: Shown, today: string) => void): void {
  fc.assert(
    fc.property(asked, day, (text, today) => {
      const answer = askedPeriod(text, today)
      if ("period" in answer) check(answer.period, today)
    }),
    { numRuns: 2000 },
  )
}
type Shown = Extract<ReturnType<typeof askedPeriod>, { period: unknown }>["period"]

describe("askedPeriod", () => {
  it("never speaks of days to come", () => {
    forAll(({ from, to }, today) => expect(from <= to && to <= today).toBe(true))
  })

  it("compares with days before the period, never with the period itself", () => {
    forAll(({ from, previous }) => {
      expect(previous.from <= previous.to && previous.to < from).toBe(true)
    })
  })

  it("compares days with as many, directly before", () => {
    forAll(({ kind, from, to, previous }) => {
      if (kind !== "days") return
      expect(addDays(previous.to, 1)).toBe(from)
      expect(daysBetween(previous.from, previous.to)).toBe(daysBetween(from, to))
    })
  })

  it("compares a month with the one before: as many days of it, or all there are", () => {
    forAll(({ kind, from, to, previous }) => {
      if (kind !== "month") return
      const [own, before] = [from, previous.from].map((first) => lastDayOf(first.slice(0, 7)))
      expect(addDays(before!, 1)).toBe(from)
      const isAsMany = daysBetween(previous.from, previous.to) === daysBetween(from, to)
      expect(isAsMany || previous.to === before).toBe(true)
      if (to === own) expect(previous.to).toBe(before)
    })
  })

  it("is running exactly while its last day is not over", () => {
    forAll(({ is_running, to }, today) => expect(is_running || to < today).toBe(true))
  })
})
