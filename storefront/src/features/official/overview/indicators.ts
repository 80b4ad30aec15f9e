import type {
  Indicator,
  IndicatorKey,
  IndicatorValue,
  OverviewResponse,
} from "@shangxing/attribution/types/overview"

import { pick } from "~/i18n/catalogue"
import { overview as words } from "~/i18n/work/overview"
import { count, money, percent, weight } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import { type Change, changeOf, differenceOf, type Figure, short, shortText } from "../figures"
import type { Behind } from "./links"

/** The six of the strip; the second of `benefiting_households` is `signed_households`. */
export const stripKeys = [
  "net_sales",
  "enrolled_sales",
  "receipts",
  "reach",
  "benefiting_households",
  "traceability",
] as const satisfies readonly IndicatorKey[]

export type GroupName = "selling" | "households" | "contracts" | "stations"

/** All the others of docs/domain.md §9, as officials group them. */
export const groups: Record<GroupName, readonly IndicatorKey[]> = {
  selling: [
    "small_circle_sales",
    "big_circle_sales",
    "other_household_sales",
    "unattributed_sales",
    "refund_rate",
    "damage_rate",
    "quota_completion",
  ],
  households: [
    "signed_households",
    "benefit_rate",
    "mean_receipts",
    "median_receipts",
    "top_tenth_share",
    "alerts",
  ],
  contracts: [
    "fulfilment",
    "floor_price_rate",
    "payment_timeliness",
    "overdue",
    "certificate_coverage",
  ],
  stations: [
    "station_coverage",
    "station_activity",
    "subsidy_efficiency",
    "downward_sales",
    "savings",
  ],
}

type Source = { page: Behind; more?: Record<string, string> }

/** The list or ledger that each figure is made of; none where the platform keeps none. */
export const sources: Partial<Record<IndicatorKey, Source>> = {
  net_sales: { page: "entries", more: { account: "all" } },
  small_circle_sales: { page: "entries", more: { account: "all", circle: "small" } },
  big_circle_sales: { page: "entries", more: { account: "all", circle: "big" } },
  enrolled_sales: { page: "entries", more: { account: "enrolled" } },
  other_household_sales: { page: "entries", more: { account: "other" } },
  unattributed_sales: { page: "entries", more: { account: "unattributed" } },
  traceability: { page: "entries", more: { account: "all" } },
  refund_rate: { page: "entries", more: { account: "all", kind: "refund" } },
  receipts: { page: "receipts" },
  reach: { page: "receipts" },
  signed_households: { page: "households", more: { benefit: "all" } },
  benefiting_households: { page: "households", more: { benefit: "received" } },
  benefit_rate: { page: "households", more: { benefit: "nothing" } },
  mean_receipts: { page: "households", more: { benefit: "all" } },
  median_receipts: { page: "households", more: { benefit: "all" } },
  top_tenth_share: { page: "households", more: { benefit: "received" } },
  fulfilment: { page: "agreements" },
  floor_price_rate: { page: "agreements" },
  payment_timeliness: { page: "receipts", more: { state: "due" } },
  overdue: { page: "receipts", more: { state: "overdue" } },
  station_coverage: { page: "stations" },
  station_activity: { page: "stations" },
  subsidy_efficiency: { page: "stations" },
  downward_sales: { page: "stations" },
  savings: { page: "stations" },
  alerts: { page: "alerts" },
}

type PartUnit = "fen" | "count" | "grams"

/** In what the two parts of a share are counted, where it is not money. */
const partUnits: Partial<Record<IndicatorKey, [PartUnit, PartUnit]>> = {
  benefit_rate: ["count", "count"],
  mean_receipts: ["fen", "count"],
  fulfilment: ["grams", "grams"],
  floor_price_rate: ["count", "count"],
  certificate_coverage: ["count", "count"],
  station_coverage: ["count", "count"],
  station_activity: ["count", "count"],
  subsidy_efficiency: ["fen", "count"],
  damage_rate: ["grams", "grams"],
}

/** An indicator by its name; unknown when the answer does not have it. */
export function indicatorOf(
  { indicators }: Pick<OverviewResponse, "indicators">,
  key: IndicatorKey,
): Indicator {
  const found = indicators.find((each) => each.key === key)
  return found ?? { key, unit: "count", value: null, previous: null }
}

/** A figure as a screen shows it; `—` where it is unknown, never zero. */
export function figureOf(unit: Indicator["unit"], value: IndicatorValue, locale: Locale): Figure {
  if (value === null) return { value: "—", unit: "", exact: "" }
  if (unit === "fen") return short(value, locale)
  if (unit === "basis_points")
    return { value: percent(value, locale).replace("-", "\u2212"), unit: "", exact: "" }
  if (unit === "count") return { value: count(value, locale), unit: "", exact: "" }
  const each = pick(locale, words).perTransaction(money(value, locale))
  return { value: each, unit: "", exact: "" }
}

/** A sum as a sentence says it: `301.7 万元`, `¥31.20`, `¥3.0m`. */
export function moneySaid(fen: number, locale: Locale): string {
  const text = shortText(fen, locale)
  return /[万亿]$/.test(text) ? `${text}元` : text
}

/** The same in one piece: `12.4 万`, `34.8%`, `—`. */
export function figureText(indicator: Indicator, value: IndicatorValue, locale: Locale): string {
  if (indicator.unit === "fen" && value !== null) return shortText(value, locale)
  return figureOf(indicator.unit, value, locale).value
}

/** From the period before to this one: money in per cent, shares in points, things in numbers. */
export function changeIn({ unit, value, previous }: Indicator, locale: Locale): Change | null {
  if (value === null || previous === null) return null
  if (unit === "fen" || unit === "per_transaction_fen") return changeOf(value, previous, locale)
  const t = pick(locale, words)
  if (unit === "basis_points") {
    const by = value - previous
    if (by === 0) return { direction: "flat", text: "0" }
    const text = t.points(percent(Math.abs(by), locale))
    return by > 0
      ? { direction: "up", text: `+${text}` }
      : { direction: "down", text: `\u2212${text}` }
  }
  return differenceOf(value, previous, locale)
}

/** `1,234 ÷ 5,678`: what a share was worked out from; null where there is nothing to divide. */
export function partsText({ key, parts }: Indicator, locale: Locale): string | null {
  if (!parts) return null
  const [above, below] = partUnits[key] ?? ["fen", "fen"]
  return `${partText(above, parts.numerator, locale)} ÷ ${partText(below, parts.denominator, locale)}`
}

function partText(unit: PartUnit, value: number, locale: Locale): string {
  if (unit === "grams") return weight(value, locale)
  return unit === "fen" ? shortText(value, locale) : count(value, locale)
}

/** Whole yuan, for sums that stand in a column: `¥296`; `·` where it is not shown. */
export function wholeYuan(fen: number, locale: Locale): string {
  return `${fen < 0 ? "\u2212" : ""}¥${count(Math.abs(fen) / 100, locale)}`
}
