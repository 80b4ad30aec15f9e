import { MedusaError } from "@medusajs/framework/utils"

import { levelOf } from "../../../domain/jurisdiction"
import { isMonth } from "../../../domain/period"
import type { DivisionPeriod, Period, SalesScope } from "../types"

/** First and last month of a period. @throws MedusaError INVALID_DATA `month_invalid`. */
export function monthsOf(period: Period): { from: string; to: string } {
  const { from, to } =
    "month" in period
      ? { from: period.month, to: period.month }
      : { from: period.from, to: period.to }
  for (const month of [from, to]) {
    if (!isMonth(month)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `${month} is not a month. Write it as YYYY-MM, for example 2026-11.`,
        "month_invalid",
      )
    }
  }
  return { from, to }
}

/**
 * Bindings of `division_code like ? and month between ? and ?`. The prefix must be a whole division
 * code, so that no caller can reach outside a subtree, or pass a pattern.
 */
export function scopeBindings(scope: DivisionPeriod): [string, string, string] {
  const { from, to } = monthsOf(scope)
  return [subtreePattern(scope.divisionPrefix), from, to]
}

/** @throws MedusaError INVALID_DATA `division_code_invalid`. */
export function subtreePattern(divisionPrefix: string): string {
  if (levelOf(divisionPrefix) === null) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${divisionPrefix} is not a division code. Give the 2, 4, 6, 9 or 12 digits of a division.`,
      "division_code_invalid",
    )
  }
  return `${divisionPrefix}%`
}

/** @throws MedusaError INVALID_DATA `as_of_invalid` unless it is an instant or left out. */
export function assertInstant(asOf: string | undefined): void {
  if (asOf !== undefined && Number.isNaN(Date.parse(asOf))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${asOf} is not a moment. Write it as an ISO 8601 instant, for example 2026-11-22T08:00:00Z.`,
      "as_of_invalid",
    )
  }
}

/**
 * Whether the scope names a whole division and days in their order; what is no day PostgreSQL refuses.
 * @throws MedusaError INVALID_DATA `division_code_invalid`, `period_invalid` or `as_of_invalid`
 */
export function assertSales({ division, from, to, as_of }: SalesScope): void {
  subtreePattern(division)
  assertInstant(as_of)
  if (from > to) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `There are no days from ${from} to ${to}. Give the earlier day first.`,
      "period_invalid",
    )
  }
}
