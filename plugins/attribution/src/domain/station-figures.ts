/**
 * Figures of service stations: how many villages they serve, whether they are awake, what a subsidy
 * bought, and what a household saved. Basis points and fen are whole; `null` is unknown, never zero.
 * Rule: docs/domain.md §9.
 */

/** A station is awake with as many real transactions in its window. */
export const ACTIVE_FROM = 4
export const ACTIVITY_DAYS = 30

const DAY_MS = 86_400_000

/** The 30 business days that end with `day`, both included. */
export function activityWindow(day: string): { from: string; to: string } {
  const first = Date.parse(`${day}T00:00:00Z`) - (ACTIVITY_DAYS - 1) * DAY_MS
  return { from: new Date(first).toISOString().slice(0, 10), to: day }
}

/** @throws RangeError when `threshold` is no whole number above zero */
export function isActive(transactionCount: number, threshold: number = ACTIVE_FROM): boolean {
  if (!Number.isInteger(threshold) || threshold < 1) {
    throw new RangeError(`isActive: ${threshold} is no number of transactions`)
  }
  return transactionCount >= threshold
}

/** A part of a whole in basis points, rounded down; `null` of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((part * 10_000) / whole) : null
}

/** Fen of subsidy for each valid transaction, rounded down; `null` without a transaction. */
export function subsidyPerTransaction(subsidyFen: number, transactions: number): number | null {
  return transactions > 0 ? Math.floor(subsidyFen / transactions) : null
}

export type PricedPurchase = {
  readonly quantity: number
  /** For all of it. */
  readonly paidFen: number
  /** For one unit, at the local market; `null` when nobody wrote it down. */
  readonly localPriceFen: number | null
  readonly priceDocument: string | null
}

/**
 * What a household saved on a purchase, fen: (local − paid) × quantity. Below zero it lost, and that
 * is said. `null` where the local price is not documented: no saving is claimed then.
 */
export function savingFen(purchase: PricedPurchase): number | null {
  const { quantity, paidFen, localPriceFen, priceDocument } = purchase
  if (localPriceFen === null || !priceDocument?.trim()) return null
  return localPriceFen * quantity - paidFen
}
