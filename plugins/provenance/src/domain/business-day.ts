/**
 * A business day is Asia/Shanghai's, written `YYYY-MM-DD`: so written, days compare as text.
 * China has had no summer time since 1991, so the offset is fixed.
 */

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000

/** The business day of an instant. */
export function businessDay(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** Whether `text` is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
