import { addDays, daysBetween } from "./days"

/** The days in which the story happens. */
export type Calendar = {
  /** The day on which it is told. */
  today: string
  /** When what is written of a day happens. */
  on(written: string): string
}

/** The day on which the story as written is told: between the apples and the winter oranges. */
export const WRITTEN_TODAY = "2026-11-21"
/** Afterwards its agreements are about to end, and soon its goods may no longer be sold. */
const TOLD_AS_WRITTEN_UNTIL = "2026-12-15"

/**
 * The story as written has its goods in their own season. A database that is seeded later gets it
 * moved to the day before, which is over, so that its shops are not full of goods that nobody may buy.
 */
export function calendarOf(seededOn: string): Calendar {
  return toldOn(seededOn > TOLD_AS_WRITTEN_UNTIL ? addDays(seededOn, -1) : WRITTEN_TODAY)
}

/** The days of a story that is told on `today`. */
export function toldOn(today: string): Calendar {
  const days = daysBetween(WRITTEN_TODAY, today)
  return { today, on: (written) => addDays(written, days) }
}

/** A cooperative's members decide in January on the year before; what they give back is paid soon after. */
export type Assembly = { year: number; resolved_on: string; paid_on: string; due_on: string }

/** The last assembly whose refunds were all due by `today`. */
export function lastAssembly(today: string): Assembly {
  const latest = assemblyOn(Number(today.slice(0, 4)) - 1)
  return latest.due_on < today ? latest : assemblyOn(latest.year - 1)
}

function assemblyOn(year: number): Assembly {
  const on = (day: string) => `${year + 1}-${day}`
  return { year, resolved_on: on("01-20"), paid_on: on("02-05"), due_on: on("02-10") }
}
