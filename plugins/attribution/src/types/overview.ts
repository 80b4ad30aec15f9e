/**
 * What officials' figures look like on the wire. The storefront may `import type` from here. Money is
 * integer fen, shares are basis points, weights grams. Rules: docs/domain.md §9 and §10.
 */
import type { AlertKind } from "../domain/official-alerts"
import type { DivisionName } from "./http"
import type { IncomeLine } from "./income-lines"

/**
 * A period as it was asked for and as it stands: `2026-11`, `2026` (a year to date), or
 * `2026-03-01..2026-05-31`. Days are business days (Asia/Shanghai), both included.
 */
export type PeriodShown = {
  /** The text that asks for it again. */
  asked: string
  kind: "month" | "year" | "days"
  from: string
  /** Not after the day of the figures, so a running month ends today. */
  to: string
  is_running: boolean
  /** As many days, directly before; a month's are counted from the 1st of the month before. */
  previous: { from: string; to: string }
}

/** The indicators of docs/domain.md §9, in the order officials read them. */
export type IndicatorKey =
  | "net_sales"
  | "small_circle_sales"
  | "big_circle_sales"
  | "enrolled_sales"
  | "other_household_sales"
  | "unattributed_sales"
  | "traceability"
  | "receipts"
  | "reach"
  | "signed_households"
  | "benefiting_households"
  | "benefit_rate"
  | "mean_receipts"
  | "median_receipts"
  | "top_tenth_share"
  | "fulfilment"
  | "floor_price_rate"
  | "payment_timeliness"
  | "overdue"
  | "certificate_coverage"
  | "station_coverage"
  | "station_activity"
  | "subsidy_efficiency"
  | "downward_sales"
  | "savings"
  | "refund_rate"
  | "damage_rate"
  | "quota_completion"
  | "alerts"

/** `null` is unknown (nothing to divide by, or no record), never zero. */
export type IndicatorValue = number | null

export type Indicator = {
  key: IndicatorKey
  /** `per_transaction_fen` is fen of subsidy for each valid transaction. */
  unit: "fen" | "basis_points" | "count" | "per_transaction_fen"
  value: IndicatorValue
  /** Of the period before, of as many days. */
  previous: IndicatorValue
  /** What a share is of, so that a reader can check it: `numerator ÷ denominator`. */
  parts?: { numerator: number; denominator: number }
}

/** How evenly receipts spread over households with an agreement or a receipt. */
export type ReceiptSpread = {
  household_count: number
  mean_fen: number
  lower_quartile_fen: number
  median_fen: number
  upper_quartile_fen: number
  /** Share of each tenth of the households in all receipts, poorest first; ten basis points. */
  tenths: number[]
  /** Households by what they received; the last bin is open. The first counts those with nothing. */
  bins: { from_fen: number; to_fen: number | null; count: number }[]
}

/** One division below (or beside) the one asked about. */
export type OverviewRow = {
  division: DivisionName & {
    lng: number | null
    lat: number | null
    accent: string | null
    industry_zh: string | null
    industry_en: string | null
  }
  /**
   * `false` for a division outside the official's own: then figures of fewer than five households are
   * `null`, and so is one more where the difference would tell them.
   */
  is_own: boolean
  receipts_fen: number | null
  previous_receipts_fen: number | null
  net_sales_fen: number | null
  enrolled_fen: number | null
  /** Receipts for sold lots ÷ upward net sales of the same lots. */
  reach_basis_points: number | null
  signed_count: number | null
  benefiting_count: number | null
  median_fen: number | null
  /** Net sales of the last twelve months, the asked one last; the running month is unfinished. */
  months_fen: number[]
}

/** A month of the last twelve; `days` of a running month are those that have passed. */
export type OverviewMonth = {
  month: string
  days: number
  is_running: boolean
  net_sales_fen: number
  small_circle_fen: number
  big_circle_fen: number
  enrolled_fen: number
  receipts_fen: number
}

/** Households with an agreement in force and no receipt in the period, by division, most first. */
export type NothingReceived = {
  count: number
  signed_count: number
  places: { division: DivisionName; count: number; signed_count: number }[]
}

export type SleepyStation = {
  id: string
  name_zh: string
  division: DivisionName
  /** Real transactions in the 30 days up to the period's end. */
  transaction_count: number
  last_on: string | null
  subsidy_fen: number
}

export type { AlertKind }

/** Something for a person to look at; nothing follows from it by itself. */
export type OfficialAlert = {
  id: string
  kind: AlertKind
  division: DivisionName
  /** What it is about: a household, a seller, a station, or a whole village, township or county. */
  subject: { kind: "household" | "seller" | "station" | "division"; id: string; label: string }
  raised_on: string
  /** The figure that raised it, and what it is compared with; fen, a count, or `null`. */
  value: number | null
  compared_with: number | null
  state: "open" | "reviewed"
  review: { note: string; by: string; at: string } | null
}

export type SplitRow = {
  key: string
  label_zh: string
  label_en: string | null
  net_sales_fen: number
  enrolled_fen: number
  other_fen: number
  unattributed_fen: number
}

/** What figures are narrowed to; receipts know a seller, but neither product nor circle. */
export type OverviewFilter = {
  circle: "small" | "big" | null
  seller: { id: string; name_zh: string; name_en: string | null } | null
  product: { id: string; title_zh: string; title_en: string | null } | null
}

/** `GET /official/overview`: everything the dashboard of one division and period shows. */
export type OverviewResponse = {
  /** The official's own division first asked; its ancestors follow up to the province. */
  division: DivisionName
  path: DivisionName[]
  period: PeriodShown
  /** The moment that the figures speak of (ISO 8601), and whether it is a past one. */
  as_of: string
  is_past: boolean
  filter: OverviewFilter
  indicators: Indicator[]
  receipts_by_channel: { channel: string; income_class: string; amount_fen: number }[]
  spread: ReceiptSpread
  /** Beside which receipts are read; empty where the county publishes none. */
  income_lines: IncomeLine[]
  rows: OverviewRow[]
  /** Divisions beside this one, itself included; empty at the top of what may be seen. */
  siblings: OverviewRow[]
  months: OverviewMonth[]
  nothing: NothingReceived
  stations: { count: number; active_count: number; asleep: SleepyStation[] }
  alerts: { open_count: number; first: OfficialAlert[] }
}

/** `GET /official/splits?by=seller|product|circle` */
export type SplitsResponse = {
  division: DivisionName
  path: DivisionName[]
  period: PeriodShown
  as_of: string
  by: "seller" | "product" | "circle"
  rows: SplitRow[]
}
