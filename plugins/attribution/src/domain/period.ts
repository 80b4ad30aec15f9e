/**
 * Business days and months in Asia/Shanghai, as text (`YYYY-MM-DD`, `YYYY-MM`), which sorts as time
 * does. A month is the journal's period: what is posted to a closed one never changes.
 */

// China has had one time zone and no summer time since 1991, so eight hours are exact.
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000
const MONTH = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/

/** The Shanghai day of an instant, `YYYY-MM-DD`. @throws RangeError for an invalid date. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The month of a day: `2026-11-21` → `2026-11`. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** Whether `text` is a month that exists, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return MONTH.test(text)
}

/** The month before: `2026-01` → `2025-12`. @throws RangeError when `month` is not one. */
export function previousMonth(month: string): string {
  return fromOrdinal(toOrdinal(month) - 1)
}

/** The last day of a month: `2028-02` → `2028-02-29`. @throws RangeError when it is none. */
export function lastDayOf(month: string): string {
  const ordinal = toOrdinal(month)
  const [year, number] = [Math.floor(ordinal / 12), (ordinal % 12) + 1]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** Every month from `from` to `to`, both included; empty when `to` comes first. */
export function monthsBetween(from: string, to: string): string[] {
  const [first, last] = [toOrdinal(from), toOrdinal(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => fromOrdinal(first + i))
}

/** `count` months, the first of them `month`: `2026-11`, 3 → `2026-11`, `2026-12`, `2027-01`. */
export function monthsFrom(month: string, count: number): string[] {
  const first = toOrdinal(month)
  return Array.from({ length: count }, (_, i) => fromOrdinal(first + i))
}

function toOrdinal(month: string): number {
  if (!isMonth(month)) {
    throw new RangeError(`period: ${month} is not a month; write YYYY-MM`)
  }
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function fromOrdinal(ordinal: number): string {
  const year = Math.floor(ordinal / 12)
  return `${String(year).padStart(4, "0")}-${String((ordinal % 12) + 1).padStart(2, "0")}`
}
