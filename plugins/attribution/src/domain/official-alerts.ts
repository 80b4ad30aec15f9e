/**
 * When officials are asked to look at something. An alert is a question to a person: nothing follows
 * from it by itself. Amounts are fen. Rule: docs/domain.md §9, 监测预警.
 */

/** What officials are asked to look at: households, sellers, stations, and whole places. */
export const ALERT_KINDS = [
  "receipts_down",
  "payment_overdue",
  "below_floor",
  "station_asleep",
  "nothing_received",
  "place_receipts_down",
  "place_nothing_received",
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** Down by three tenths or more. */
const FALL_PER_TEN = 3
/** A fall below this is noise: ¥3 → ¥2 is a third less and no news. */
export const LEAST_FALL_FEN = 20_000
/** A season: the days in which a household with an agreement should have received something. */
export const SEASON_DAYS = 90

export type AlertFigure = { readonly value: number | null; readonly comparedWith: number | null }

/** Receipts of the same days, this year and the year before; `null` when nobody need look. */
export function receiptsDown(nowFen: number, beforeFen: number): AlertFigure | null {
  const fall = beforeFen - nowFen
  if (fall < LEAST_FALL_FEN || fall * 10 < beforeFen * FALL_PER_TEN) return null
  return { value: nowFen, comparedWith: beforeFen }
}

/** What fell due before today and is not paid, and how many payments that are. */
export function paymentOverdue(overdueFen: number, paymentCount: number): AlertFigure | null {
  return paymentCount > 0 && overdueFen > 0
    ? { value: overdueFen, comparedWith: paymentCount }
    : null
}

export type FloorCheck = {
  readonly priceFenPerKg: number
  readonly floorFenPerKg: number | null
  readonly reason: string | null
}

/** Goods taken below the agreed floor without saying why: the price and the floor, fen per kg. */
export function belowFloor(check: FloorCheck): AlertFigure | null {
  const { priceFenPerKg, floorFenPerKg, reason } = check
  return floorFenPerKg !== null && priceFenPerKg < floorFenPerKg && !reason?.trim()
    ? { value: priceFenPerKg, comparedWith: floorFenPerKg }
    : null
}

/** A station that draws a subsidy and has fewer real transactions than make it awake. */
export function stationAsleep(
  transactionCount: number,
  subsidyFen: number,
  threshold: number,
): AlertFigure | null {
  return transactionCount < threshold && subsidyFen > 0
    ? { value: transactionCount, comparedWith: subsidyFen }
    : null
}

export type SignedAgreement = {
  readonly versions: readonly {
    readonly startsOn: string
    readonly effectiveFrom: string | null
    readonly households: readonly string[]
  }[]
  /** Named by the version in force. */
  readonly households: readonly string[]
}

/**
 * Since when each household of agreements in force is signed: the first day on which a version that
 * names it held.
 */
export function signedSince(agreements: readonly SignedAgreement[]): Map<string, string> {
  const since = new Map<string, string>()
  for (const { versions, households } of agreements) {
    const inForce = new Set(households)
    for (const { startsOn, effectiveFrom, households: named } of versions) {
      const day = effectiveFrom !== null && effectiveFrom > startsOn ? effectiveFrom : startsOn
      for (const household of named.filter((one) => inForce.has(one))) {
        const known = since.get(household)
        if (known === undefined || day < known) since.set(household, day)
      }
    }
  }
  return since
}

/** `2026-11-22` → `2026-Q4`: that a season brought nothing is said once. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** A household whose agreement held for the whole season and that received nothing in it. */
export function nothingReceived(
  signedFrom: string,
  seasonFrom: string,
  receivedFen: number,
): AlertFigure | null {
  return signedFrom <= seasonFrom && receivedFen === 0 ? { value: 0, comparedWith: null } : null
}

/** The same day of the year before; 29 February becomes the 28th. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0")
  return day.endsWith("-02-29") ? `${year}-02-28` : `${year}${day.slice(4)}`
}
