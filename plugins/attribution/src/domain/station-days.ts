import { isMonth, lastDayOf } from "./period"

/**
 * The days that the officials' pages of stations speak of: `2026-11`, `2026` or
 * `2026-03-01..2026-05-31`, not beyond today. Both days are included.
 */
export type StationDays = { asked: string; from: string; to: string }

const YEAR = /^[1-9]\d{3}$/
const DAYS = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

/** The days asked for, the running month by default; `null` for what is no period or is yet to come. */
export function stationDays(asked: string | undefined, today: string): StationDays | null {
  const text = asked ?? today.slice(0, 7)
  const days = daysOf(text)
  if (!days || days.from > today || days.to < days.from) return null
  return { asked: text, from: days.from, to: days.to < today ? days.to : today }
}

function daysOf(text: string): { from: string; to: string } | null {
  if (isMonth(text)) return { from: `${text}-01`, to: lastDayOf(text) }
  if (YEAR.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` }
  const [, from = "", to = ""] = DAYS.exec(text) ?? []
  return isDay(from) && isDay(to) ? { from, to } : null
}

/** Whether `text` is a day that exists. */
export function isDay(text: string): boolean {
  const month = text.slice(0, 7)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isMonth(month) && text.slice(8) >= "01"
    ? text <= lastDayOf(month)
    : false
}

/** The business day `days` before `day`. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
