import { isMonth, lastDayOf, previousMonth } from "./period"

/**
 * The period that officials ask for: a month, a year, or days. A running one ends on the day of the
 * figures and is compared with as many days, so that an unfinished month never looks like a loss.
 * Rule: docs/domain.md §9.
 */

export type PeriodRefusal =
  "period_invalid" | "period_reversed" | "period_in_future" | "period_too_long"

/** Days are business days, both included; the fields are those of the wire. */
type AskedPeriod = {
  /** The text that asks for it again. */
  asked: string
  kind: "month" | "year" | "days"
  from: string
  /** Not after the day of the figures. */
  to: string
  is_running: boolean
  previous: { from: string; to: string }
}

type Parsed = Pick<AskedPeriod, "kind"> & { from: string; last: string }

const YEAR = /^[1-9]\d{3}$/
const DAYS = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/
const LONGEST_YEARS = 5
const DAY_MS = 86_400_000

/**
 * Reads `2026-11`, `2026` or `2026-03-01..2026-05-31`, as it stands on the business day `today`.
 * @returns the period, or why there is none
 */
export function askedPeriod(
  asked: string,
  today: string,
): { period: AskedPeriod } | { refusal: PeriodRefusal } {
  const parsed = parse(asked)
  if (parsed === null) return { refusal: "period_invalid" }
  const { kind, from, last } = parsed
  if (last < from) return { refusal: "period_reversed" }
  if (from > today) return { refusal: "period_in_future" }
  if (last >= sameDay(from, LONGEST_YEARS)) return { refusal: "period_too_long" }
  const to = last < today ? last : today
  const previous = PREVIOUS[kind](from, to)
  return { period: { asked, kind, from, to, is_running: today <= last, previous } }
}

function parse(asked: string): Parsed | null {
  if (isMonth(asked)) return { kind: "month", from: `${asked}-01`, last: lastDayOf(asked) }
  if (YEAR.test(asked)) return { kind: "year", from: `${asked}-01-01`, last: `${asked}-12-31` }
  const [, from, last] = DAYS.exec(asked) ?? []
  return from && last && isDay(from) && isDay(last) ? { kind: "days", from, last } : null
}

const PREVIOUS: Record<
  AskedPeriod["kind"],
  (from: string, to: string) => { from: string; to: string }
> = {
  month: (from, to) => {
    const month = previousMonth(from.slice(0, 7))
    const isWhole = to === lastDayOf(from.slice(0, 7))
    const sameNumber = `${month}-${to.slice(8)}`
    const last = lastDayOf(month)
    return { from: `${month}-01`, to: isWhole || sameNumber > last ? last : sameNumber }
  },
  year: (from, to) => ({ from: sameDay(from, -1), to: sameDay(to, -1) }),
  days: (from, to) => {
    const count = daysBetween(from, to) + 1
    return { from: addDays(from, -count), to: addDays(from, -1) }
  },
}

/** The same day `years` later; 29 February falls on the 28th where there is none. */
function sameDay(day: string, years: number): string {
  const month = `${Number(day.slice(0, 4)) + years}${day.slice(4, 7)}`
  const last = lastDayOf(month)
  const same = `${month}${day.slice(7)}`
  return same > last ? last : same
}

/** The business day `count` days after `day`, or before it when `count` is below zero. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** How many days lie between two days: 0 for the same one. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

/** Whether `text` is a day that exists, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const month = text.slice(0, 7)
  return isMonth(month) && text.slice(8) >= "01" && text <= lastDayOf(month)
}
