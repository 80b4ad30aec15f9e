import type { AttributedSales, DivisionName } from "@shangxing/attribution/types/http"

import { pick } from "~/i18n/catalogue"
import { official, type Summary } from "~/i18n/work/official"
import { count, money } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import { reachOf, shortText } from "./figures"
import type { Dashboard } from "./gather.server"
import type { Period } from "./month"
import { placeName } from "./places"

export type OfficialWords = (typeof official)["zh-CN"]

/** `2026 年 11 月`, `November 2026`. */
export function monthText(month: string, locale: Locale): string {
  const [year = "", number = ""] = month.split("-")
  return pick(locale, official).month(year, String(Number(number)))
}

/** `2026 年 11 月 1–21 日` while the month runs, `2026 年 10 月` once it is over. */
export function periodText(period: Period, locale: Locale): string {
  const days = period.isRunning ? String(period.days) : null
  return pick(locale, official).period(monthText(period.month, locale), days)
}

/** A status in the reader's language; the registry's own word where it has no other. */
export function statusText(label: string, locale: Locale): string {
  return pick(locale, official).statuses[label] ?? label
}

export type AnswerTo = "sales" | "reached" | "median" | "unreached" | `division:${string}`
export type AnswerPiece = string | { to: AnswerTo; text: string }

/** The sentence that answers the dashboard's question; every figure in it leads on. */
export function answerOf(dashboard: Dashboard, locale: Locale): AnswerPiece[] {
  const t = pick(locale, official)
  const { total, division } = dashboard.indicators
  const summary: Summary = {
    period: periodText(dashboard.period, locale),
    place: placeName(division, locale),
    sales: shortText(total.sales_fen, locale),
    attributed: shortText(total.enrolled_fen, locale),
    reached: count(total.enrolled_household_count, locale),
    median: money(total.median_fen, locale),
    unreached: count(dashboard.unreached.count, locale),
  }
  const first = sentenceFor(total, t)(summary)
  if (dashboard.unreached.count === 0 || total.sales_fen === 0) return first
  const weakest = weakestOf(dashboard, locale)
  return [
    ...first,
    ...t.unreachedSentence(summary.unreached),
    ...weakest.flatMap((pieces, index) => [index === 0 ? t.colon : t.comma, ...pieces]),
    t.stop,
  ]
}

function sentenceFor(total: Dashboard["indicators"]["total"], t: OfficialWords) {
  if (total.sales_fen === 0 && total.enrolled_fen === 0) return t.answerNothing
  return total.enrolled_household_count > 0 ? t.answer : t.answerNobody
}

/** At most two divisions below where fewer than half were reached: those that leave out most. */
function weakestOf({ indicators }: Dashboard, locale: Locale): AnswerPiece[][] {
  const t = pick(locale, official)
  return indicators.rows
    .flatMap((row) => {
      const reach = reachOf(row)
      return row.division && reach !== null && reach < 0.5
        ? [{ ...row, division: row.division }]
        : []
    })
    .sort((a, b) => leftOut(b) - leftOut(a))
    .slice(0, 2)
    .map((row) => [
      {
        to: `division:${row.division.code}` satisfies AnswerTo,
        text: placeName(row.division, locale),
      },
      t.weakest(
        count(row.enrolled_household_count, locale),
        count(row.enrolled_household_total, locale),
      ),
    ])
}

function leftOut(row: AttributedSales): number {
  return row.enrolled_household_total - row.enrolled_household_count
}

/** What the divisions below are called together, by what they are. */
export function belowText(rows: readonly { division?: DivisionName }[], locale: Locale): string {
  const level = rows[0]?.division?.level
  return level && level !== "province" ? pick(locale, official).below[level] : ""
}
