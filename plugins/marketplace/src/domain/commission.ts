/**
 * What the platform keeps of a sale. Computed once, after discounts, and frozen on the consignment
 * with the version of this rule: a change of rate never touches an old order.
 * Rule: domain §6.
 */
import { largestRemainder } from "@shangxing/exact"

/** Changes whenever the formula does; the rate itself is frozen beside it. */
export const COMMISSION_RULE_VERSION = "net-goods-basis-points/1"

const WHOLE_IN_BASIS_POINTS = 10_000

export type Commission = { commissionFen: number; payableFen: number; ruleVersion: string }

/**
 * Splits net goods value (fen) into the platform's commission and what is payable to the seller.
 * The two sum to the value exactly; an exact half fen goes to the seller ("payable" sorts first).
 *
 * @throws RangeError when the value is not a whole number ≥ 0 or the rate is outside 0…10 000.
 */
export function commissionOf(netGoodsFen: number, basisPoints: number): Commission {
  if (!Number.isSafeInteger(netGoodsFen) || netGoodsFen < 0) {
    throw new RangeError(`commissionOf: ${netGoodsFen} fen is not a whole amount of goods`)
  }
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > WHOLE_IN_BASIS_POINTS) {
    throw new RangeError(`commissionOf: a rate of ${basisPoints} basis points is not a share`)
  }
  const parts = largestRemainder(BigInt(netGoodsFen), [
    { id: "payable", weight: BigInt(WHOLE_IN_BASIS_POINTS - basisPoints) },
    { id: "platform", weight: BigInt(basisPoints) },
  ])
  return {
    commissionFen: Number(parts.get("platform")),
    payableFen: Number(parts.get("payable")),
    ruleVersion: COMMISSION_RULE_VERSION,
  }
}
