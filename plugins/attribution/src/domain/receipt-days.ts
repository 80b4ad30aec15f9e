import { addDays } from "./asked-period"
import { monthsBetween } from "./period"
import { wholeMonths, wholeOrPart, type DayRange } from "./whole-months"

/**
 * How days are read off receipts' sums: a division's are kept by month and by day, a household's by
 * year. Days that are missing are added and days too many are taken off again, so that any days are
 * read exactly and most of them in few rows.
 */

/** A month or a day that a division's sums are kept for, and whether it is added or taken off. */
export type SumPeriod = { readonly period: string; readonly sign: 1 | -1 }

/** Days `from` to `to`, both included, as months and days; each period stands within one month. */
export function sumPeriods(from: string, to: string, today: string): SumPeriod[] {
  const { months, add, subtract } = wholeMonths(from, to, today)
  const whole = months ? monthsBetween(months.from, months.to) : []
  return [
    ...whole.map((period) => ({ period, sign: 1 as const })),
    ...add.flatMap(daysOf).map((period) => ({ period, sign: 1 as const })),
    ...subtract.flatMap(daysOf).map((period) => ({ period, sign: -1 as const })),
  ]
}

function daysOf({ from, to }: DayRange): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

export type WholeYears = {
  /** Calendar years, `YYYY`, that are read whole. */
  years: string[]
  add: DayRange[]
  subtract: DayRange[]
}

/** Days `from` to `to`, both included, as years and the days between them; a running year is whole. */
export function wholeYears(from: string, to: string, today: string): WholeYears {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(first + i))
  const pieces = years.map((year) => {
    const unit = { from: `${year}-01-01`, to: `${year}-12-31` }
    return { year, ...wholeOrPart(unit, { from, to }, today) }
  })
  return {
    years: pieces.filter(({ isWhole }) => isWhole).map(({ year }) => year),
    add: pieces.flatMap(({ add }) => add),
    subtract: pieces.flatMap(({ subtract }) => subtract),
  }
}
