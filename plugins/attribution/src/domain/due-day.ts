/**
 * When a purchase has to be paid. The day is counted in calendar days after the delivery, as support
 * agreements say it; where none says, the trade's custom of two weeks holds. Rule: docs/domain.md §9.
 */

export const CUSTOMARY_DAYS = 14

const DAY_MS = 86_400_000

/** The business day `days` after `day`. Both are `YYYY-MM-DD`. @throws RangeError for no day */
export function dueDay(day: string, days: number = CUSTOMARY_DAYS): string {
  const start = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(start) || !Number.isInteger(days) || days < 0) {
    throw new RangeError(`dueDay: ${days} days after ${day}`)
  }
  return new Date(start + days * DAY_MS).toISOString().slice(0, 10)
}
