import type { AlertKind, OfficialAlert } from "@shangxing/attribution/types/overview"

import { count } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import { placeName } from "./places"

/** What alerts say, on the overview and on their own page. */

type Unit = "fen" | "count"

/** In what the figure of an alert, and what it is compared with, are counted. */
const UNITS: Record<AlertKind, readonly [value: Unit, compared: Unit]> = {
  receipts_down: ["fen", "fen"],
  payment_overdue: ["fen", "count"],
  below_floor: ["fen", "fen"],
  station_asleep: ["count", "fen"],
  nothing_received: ["fen", "fen"],
  place_receipts_down: ["fen", "fen"],
  place_nothing_received: ["count", "count"],
}

type Reasons = Record<AlertKind, (value: string, compared: string) => string>

/** Why an alert was raised, in the page's own words and its own way of saying money. */
export function reasonOf(
  { kind, value, compared_with }: Pick<OfficialAlert, "kind" | "value" | "compared_with">,
  reasons: Reasons,
  money: (fen: number, locale: Locale) => string,
  locale: Locale,
): string {
  const said = (figure: number | null, unit: Unit) => {
    if (figure === null) return "—"
    return unit === "fen" ? money(figure, locale) : count(figure, locale)
  }
  const [own, compared] = UNITS[kind]
  return reasons[kind](said(value, own), said(compared_with, compared))
}

/** Whom an alert is about: a place by its name in the reader's language, anybody else as told. */
export function subjectName(
  { subject, division }: Pick<OfficialAlert, "subject" | "division">,
  locale: Locale,
): string {
  return subject.kind === "division" ? placeName(division, locale) : subject.label
}
