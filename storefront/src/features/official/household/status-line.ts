/** A household's statuses as a line of years: which held from when to when. */

export type StatusRow = { label_zh: string; is_enrolled: boolean; valid_from: string }

export type StatusSpan = {
  label: string
  isEnrolled: boolean
  from: string
  /** The day it ended, or the last day of the line. */
  to: string
  /** Its part of the line, 0–1. */
  part: number
}

const DAY_MS = 86_400_000
const LEAST_PART = 0.08

/**
 * Spans from the first status to `today`. Rows come newest first; of two that hold from the same day
 * the first one, recorded later, counts. A short span keeps a part wide enough to be seen.
 */
export function statusSpans(rows: readonly StatusRow[], today: string): StatusSpan[] {
  const held = rows
    .filter((row, i) => rows.findIndex(({ valid_from }) => valid_from === row.valid_from) === i)
    .filter(({ valid_from }) => valid_from <= today)
    .reverse()
  const spans = held.map((row, i) => {
    const to = held[i + 1]?.valid_from ?? today
    return { row, to, days: Math.max(daysBetween(row.valid_from, to), 1) }
  })
  const all = spans.reduce((sum, { days }) => sum + days, 0)
  const wide = spans.map(({ days }) => Math.max(days / all, LEAST_PART))
  const whole = wide.reduce((sum, part) => sum + part, 0)
  return spans.map(({ row, to }, i) => ({
    label: row.label_zh,
    isEnrolled: row.is_enrolled,
    from: row.valid_from,
    to,
    part: (wide[i] ?? 0) / whole,
  }))
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}
