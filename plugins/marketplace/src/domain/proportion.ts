/**
 * The part of an amount that belongs to a part of what it is for, through the one rounding: of nothing
 * it is nothing, of the whole it is all, it never falls as the part grows, and an exact half fen stays
 * with the rest. Rule: docs/domain.md §6.
 */
import { largestRemainder } from "@shangxing/exact"

const WHOLE_IN_BASIS_POINTS = 10_000

/**
 * `wholeFen × part ÷ of` in whole fen; nothing where there is nothing to be a part of.
 *
 * @throws RangeError when the amount is not whole, or the part is below zero or more than `of`.
 */
export function proportion(wholeFen: number, part: number, of: number): number {
  if (of === 0) return 0
  const parts = largestRemainder(BigInt(wholeFen), [
    { id: "a_rest", weight: BigInt(of - part) },
    { id: "b_part", weight: BigInt(part) },
  ])
  return Number(parts.get("b_part"))
}

/**
 * So many basis points of an amount, in whole fen.
 *
 * @throws RangeError when the amount is not a whole number ≥ 0 or the rate is outside 0…10 000.
 */
export function basisPointsOf(amountFen: number, basisPoints: number): number {
  if (!Number.isSafeInteger(amountFen) || amountFen < 0) {
    throw new RangeError(`basisPointsOf: ${amountFen} fen is not a whole amount`)
  }
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > WHOLE_IN_BASIS_POINTS) {
    throw new RangeError(`basisPointsOf: a rate of ${basisPoints} basis points is not a share`)
  }
  return proportion(amountFen, basisPoints, WHOLE_IN_BASIS_POINTS)
}
