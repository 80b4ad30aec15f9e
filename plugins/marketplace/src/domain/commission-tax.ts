/**
 * The tax that the platform owes on its commission and passes on to the seller: it comes on top of the
 * commission, so it is no part of what the platform earns. Computed once from the frozen commission and
 * frozen beside it: a change of rate never touches an old order. Rule: docs/domain.md §6.
 */
import { largestRemainder } from "@shangxing/exact"

/** Value added tax on a general taxpayer's services, 6 %: 增值税法 (2026), article 10 (3). */
export const COMMISSION_TAX_BASIS_POINTS = 600

const WHOLE_IN_BASIS_POINTS = 10_000

/**
 * The tax (fen) on a commission. An exact half fen is the seller's ("free" sorts before "tax").
 *
 * @throws RangeError when the commission is not a whole number ≥ 0 or the rate is outside 0…10 000.
 */
export function commissionTaxOf(commissionFen: number, basisPoints: number): number {
  if (!Number.isSafeInteger(commissionFen) || commissionFen < 0) {
    throw new RangeError(`commissionTaxOf: ${commissionFen} fen is not a whole commission`)
  }
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > WHOLE_IN_BASIS_POINTS) {
    throw new RangeError(`commissionTaxOf: a rate of ${basisPoints} basis points is not a share`)
  }
  const parts = largestRemainder(BigInt(commissionFen), [
    { id: "free", weight: BigInt(WHOLE_IN_BASIS_POINTS - basisPoints) },
    { id: "tax", weight: BigInt(basisPoints) },
  ])
  return Number(parts.get("tax"))
}
