/**
 * The tax that the platform owes on its commission and passes on to the seller: it comes on top of the
 * commission, so it is no part of what the platform earns. Computed once from the frozen commission and
 * frozen beside it: a change of rate never touches an old order. Rule: docs/domain.md §6.
 */
import { basisPointsOf } from "./proportion"

/** Value added tax on a general taxpayer's services, 6 %: 增值税法 (2026), article 10 (3). */
export const COMMISSION_TAX_BASIS_POINTS = 600

/**
 * The tax (fen) on a commission. An exact half fen is the seller's.
 *
 * @throws RangeError when the commission is not a whole number ≥ 0 or the rate is outside 0…10 000.
 */
export function commissionTaxOf(commissionFen: number, basisPoints: number): number {
  return basisPointsOf(commissionFen, basisPoints)
}
