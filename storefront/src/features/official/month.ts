import { shanghaiDay } from "~/lib/format"

/** Months as the books keep them, `YYYY-MM`, and how much of one has passed in Shanghai. */
export type Period = {
  month: string
  /** The month that today is in: its figures still grow. */
  isRunning: boolean
  /** Days of it that have begun: all of them once it is over. */
  days: number
  length: number
}

export function isMonth(text: string): boolean {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

/** `2026-01` and −1 → `2025-12`. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

/** The `count` months that end with `month`, newest first. */
export function monthsUntil(month: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => shiftMonth(month, -index))
}

export function periodOf(month: string, now: Date): Period {
  const today = shanghaiDay(now)
  const isRunning = today.startsWith(month)
  const [year = 0, number = 1] = month.split("-").map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { month, isRunning, days: isRunning ? Number(today.slice(8)) : length, length }
}

/** The month a page was asked for; the running one when it names none; null when it names no month that has begun. */
export function readMonth(asked: string | null, now: Date): string | null {
  const current = shanghaiDay(now).slice(0, 7)
  if (!asked) return current
  return isMonth(asked) && asked <= current ? asked : null
}
