import type { SellerPayoutsResponse } from "@shangxing/marketplace/types/payouts"

import { shanghaiDay } from "~/lib/format"

/** What of Stripe's long list of fields a clerk can act on: four kinds of papers. */
export type DuePapers = "company" | "person" | "bank" | "terms"

const PAPERS: [RegExp, DuePapers][] = [
  [/^(company|business_profile|business_type)/, "company"],
  [/^(individual|representative|person_|owners|directors)/, "person"],
  [/^external_account/, "bank"],
  [/^tos_acceptance/, "terms"],
]

/** The kinds of papers behind the provider's field names, each once; null for one we have no word for. */
export function duePapers(fields: readonly string[]): (DuePapers | null)[] {
  const kinds = fields.map((field) => PAPERS.find(([pattern]) => pattern.test(field))?.[1] ?? null)
  return [...new Set(kinds)]
}

/** The month asked for; the running one in Shanghai when none is; null when it is not a month. */
export function readMonth(asked: string | null, now: Date): string | null {
  if (!asked) return runningMonth(now)
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : null
}

/** Whether the month is over in Shanghai, so that nothing more is booked in it. */
export function isClosed(month: string, now: Date): boolean {
  return month < runningMonth(now)
}

function runningMonth(now: Date): string {
  return shanghaiDay(now).slice(0, 7)
}

type Upcoming = SellerPayoutsResponse["upcoming"][number]

/** What a line says of the day it is paid on. */
export function timingOf({ due_fen, hold, payable_at }: Upcoming) {
  if (due_fen < 0) return { is: "owing" as const }
  if (hold === "window_open" && payable_at) return { is: "on" as const, day: payable_at }
  return hold ? { is: "held" as const, hold } : { is: "ready" as const }
}
