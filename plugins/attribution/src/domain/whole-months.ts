import { addDays, daysBetween } from "./asked-period"
import { lastDayOf, monthOf, monthsBetween } from "./period"

/**
 * How days are read off sums that are kept by month: whole months, with the days that are missing
 * added and the days too many taken off again. A month that is running is read whole: what lies after
 * today is taken off, and there is hardly ever anything.
 */

export type DayRange = { readonly from: string; readonly to: string }

export type WholeMonths = {
  /** First and last whole month, `YYYY-MM`; `null` when none is read. */
  months: DayRange | null
  add: DayRange[]
  subtract: DayRange[]
}

/** Days `from` to `to`, both included, as months and the days between them. */
export function wholeMonths(from: string, to: string, today: string): WholeMonths {
  const months = monthsBetween(monthOf(from), monthOf(to))
  const pieces = months.map((month) => pieceOf(month, from, to, today))
  // A short piece can only be the first or the last one, so whole months stand side by side.
  const whole = pieces.filter((piece) => piece.isWhole).map(({ month }) => month)
  const first = whole[0]
  const last = whole.at(-1)
  return {
    months: first && last ? { from: first, to: last } : null,
    add: pieces.flatMap(({ add }) => add),
    subtract: pieces.flatMap(({ subtract }) => subtract),
  }
}

function pieceOf(month: string, from: string, to: string, today: string) {
  const unit = { from: `${month}-01`, to: lastDayOf(month) }
  return { month, ...wholeOrPart(unit, { from, to }, today) }
}

/** How one unit that sums are kept by, such as a month or a year, is read. */
type Reading = Pick<WholeMonths, "add" | "subtract"> & { isWhole: boolean }

/**
 * How a unit of days is read for the days that are asked of it: whole, with the days too many taken
 * off, or day by day, whichever are fewer. What lies after today is not counted as a day too many.
 */
export function wholeOrPart(unit: DayRange, asked: DayRange, today: string): Reading {
  const own = {
    from: asked.from > unit.from ? asked.from : unit.from,
    to: asked.to < unit.to ? asked.to : unit.to,
  }
  const before = own.from > unit.from ? [{ from: unit.from, to: addDays(own.from, -1) }] : []
  const after = own.to < unit.to ? [{ from: addDays(own.to, 1), to: unit.to }] : []
  const surplus = [...before, ...(own.to >= today ? [] : after)].reduce((n, d) => n + count(d), 0)
  const isWhole = surplus < count(own)
  return isWhole
    ? { isWhole, add: [], subtract: [...before, ...after] }
    : { isWhole, add: [own], subtract: [] }
}

function count({ from, to }: DayRange): number {
  return daysBetween(from, to) + 1
}

/** A month `YYYY-MM` or a calendar year `YYYY`, with its months. */
export type CountedPeriod = { period: string; months: DayRange }

/**
 * The month or calendar year that days `from` to `to` come to, the running one if they end today;
 * `null` when they are neither. For figures that cannot be summed over days, such as households.
 */
export function countedPeriod(from: string, to: string, today: string): CountedPeriod | null {
  const isReached = (last: string) => to === last || (to < last && to >= today)
  const month = monthOf(from)
  if (from === `${month}-01` && isReached(lastDayOf(month))) {
    return { period: month, months: { from: month, to: month } }
  }
  const year = from.slice(0, 4)
  return from === `${year}-01-01` && isReached(`${year}-12-31`)
    ? { period: year, months: { from: `${year}-01`, to: `${year}-12` } }
    : null
}
