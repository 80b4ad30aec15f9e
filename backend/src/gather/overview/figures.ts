import { basisPoints } from "@shangxing/attribution/domain/basis-points"
import type { Indicator, IndicatorKey, IndicatorValue } from "@shangxing/attribution/types/overview"

/** A figure of one span; a share says what it is of. */
export type Figure = { value: IndicatorValue; parts?: Indicator["parts"] }

/** Figures of one span by key. */
export type Figures<Key extends IndicatorKey> = Record<Key, Figure>

export function whole(value: IndicatorValue): Figure {
  return { value }
}

/** `numerator ÷ denominator` in basis points, unknown where there is nothing to divide by. */
export function share(numerator: number, denominator: number): Figure {
  const value = basisPoints(numerator, denominator)
  return value === null ? { value } : { value, parts: { numerator, denominator } }
}

/** Figures of a period beside those of the one before. */
export function compared<Key extends IndicatorKey>(
  units: Record<Key, Indicator["unit"]>,
  now: Figures<Key>,
  before: Figures<Key>,
): Indicator[] {
  return (Object.keys(units) as Key[]).map((key) => ({
    key,
    unit: units[key],
    value: now[key].value,
    previous: before[key].value,
    ...(now[key].parts && { parts: now[key].parts }),
  }))
}

/** As docs/domain.md §9 lists them. */
export const ORDER: readonly IndicatorKey[] = [
  "net_sales",
  "small_circle_sales",
  "big_circle_sales",
  "enrolled_sales",
  "other_household_sales",
  "unattributed_sales",
  "traceability",
  "receipts",
  "reach",
  "signed_households",
  "benefiting_households",
  "benefit_rate",
  "mean_receipts",
  "median_receipts",
  "top_tenth_share",
  "fulfilment",
  "floor_price_rate",
  "payment_timeliness",
  "overdue",
  "certificate_coverage",
  "station_coverage",
  "station_activity",
  "subsidy_efficiency",
  "downward_sales",
  "savings",
  "refund_rate",
  "damage_rate",
  "quota_completion",
  "alerts",
]
