import type { OverviewResponse, PeriodShown } from "@shangxing/attribution/types/overview"

import { pick } from "~/i18n/catalogue"
import { overview as catalogue } from "~/i18n/work/overview"
import type { AnswerTo } from "~/i18n/work/overview-zh"
import { count, percent, shanghaiDay } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import { placeName } from "../places"
import { indicatorOf, moneySaid, wholeYuan } from "./indicators"
import { benefitOf } from "./sort"

/** `2026-11-21 20:00` of Shanghai's clock, the same in every language. */
export function momentText(iso: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(iso))
}

/** `2026 年 11 月 1–21 日`, `2026 年 3 月 1 日–5 月 31 日`. */
export function spanText(from: string, to: string, locale: Locale): string {
  const t = pick(locale, catalogue)
  const [a, b] = [partsOf(from), partsOf(to)]
  return a[0] === b[0] && a[1] === b[1] ? t.daysOfMonth(a[0], a[1], a[2], b[2]) : t.days(a, b)
}

/** What the figures speak of: a month or a year that is over by its name, anything else by days. */
export function periodText(period: PeriodShown, locale: Locale): string {
  if (period.is_running || period.kind === "days") return spanText(period.from, period.to, locale)
  return askedText(period.asked, locale)
}

/** A period by the text that asks for it, for a list of choices. */
export function askedText(asked: string, locale: Locale): string {
  const t = pick(locale, catalogue)
  const [from = "", to] = asked.split("..")
  if (to) return spanText(from, to, locale)
  const [year = "", month] = asked.split("-")
  return month ? t.month(year, String(Number(month))) : t.year(year)
}

export function questionOf({ period }: OverviewResponse, locale: Locale): string {
  const { question } = pick(locale, catalogue)
  if (period.kind === "days") return question.days
  if (period.kind === "year") return question.year(period.asked)
  return period.is_running ? question.running : question.month(askedText(period.asked, locale))
}

/** With what this period is compared, and whether it has as many days. */
export function beforeText({ from, to, previous }: PeriodShown, locale: Locale): string {
  const t = pick(locale, catalogue)
  const isEven = daysBetween(from, to) === daysBetween(previous.from, previous.to)
  return t.before(spanText(previous.from, previous.to, locale), isEven)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** Whole days from a day to the last one that the figures speak of. */
export function daysSince(day: string, asOf: string): number {
  return Math.max(daysBetween(day, shanghaiDay(new Date(asOf))), 0)
}

export type AnswerPiece = string | { to: AnswerTo | `division:${string}`; text: string }

/** The sentence that answers the page's question; every figure in it leads to what it is made of. */
export function answerOf(overview: OverviewResponse, locale: Locale): AnswerPiece[] {
  return [...receivedBy(overview, locale), ...leftOut(overview, locale)]
}

function receivedBy(overview: OverviewResponse, locale: Locale): AnswerPiece[] {
  const t = pick(locale, catalogue)
  const period = periodText(overview.period, locale)
  const receipts = indicatorOf(overview, "receipts").value ?? 0
  const sales = indicatorOf(overview, "net_sales").value ?? 0
  const { spread } = overview
  if (receipts !== 0 && spread.household_count > 0) {
    return t.answer({
      period,
      receipts: moneySaid(receipts, locale),
      benefiting: count(indicatorOf(overview, "benefiting_households").value ?? 0, locale),
      households: count(spread.household_count, locale),
      median: spread.median_fen > 0 ? wholeYuan(spread.median_fen, locale) : null,
    })
  }
  if (sales === 0) return t.answerEmpty(period)
  return t.answerUnpaid({ period, sales: moneySaid(sales, locale) })
}

function leftOut({ nothing, rows }: OverviewResponse, locale: Locale): AnswerPiece[] {
  const t = pick(locale, catalogue)
  if (nothing.signed_count === 0) return [t.nobodySigned]
  if (nothing.count === 0) return [t.nobodyLeft]
  const worst = worstOf(rows).map(({ division, benefit }, index): AnswerPiece[] => {
    const part = percent(Math.floor(benefit * 100) * 100, locale).replace(/\.0(?=%)/, "")
    const said = t.worst[index === 0 ? 0 : 1](part)
    const place = { to: `division:${division.code}`, text: placeName(division, locale) } as const
    return [index === 0 ? t.colon : t.comma, place, said]
  })
  return [...t.nothingReceived(count(nothing.count, locale)), ...worst.flat(), t.stop]
}

/** At most two divisions below where fewer than half of the signed households received anything. */
export function worstOf(rows: OverviewResponse["rows"]) {
  return rows
    .flatMap(({ division, ...row }) => {
      const benefit = benefitOf(row)
      return benefit !== null && benefit < 0.5 ? [{ division, benefit }] : []
    })
    .sort((a, b) => a.benefit - b.benefit || a.division.code.localeCompare(b.division.code))
    .slice(0, 2)
}

/** What the divisions below are called together; nothing at a village. */
export function levelBelow({ rows }: Pick<OverviewResponse, "rows">) {
  const level = rows[0]?.division.level
  return level && level !== "province" ? level : null
}

function partsOf(day: string): [string, string, string] {
  const [year = "", month = "", date = ""] = day.split("-")
  return [year, String(Number(month)), String(Number(date))]
}
