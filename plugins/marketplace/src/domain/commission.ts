/**
 * What the platform keeps of a sale. Computed once, after discounts, and frozen on the consignment
 * with the version of this rule: a change of rate never touches an old order.
 * Rule: domain §6.
 */
import { basisPointsOf } from "./proportion"

/** Changes whenever the formula does; the rate itself is frozen beside it. */
export const COMMISSION_RULE_VERSION = "net-goods-basis-points/1"

export type Commission = { commissionFen: number; payableFen: number; ruleVersion: string }

/**
 * Splits net goods value (fen) into the platform's commission and what is payable to the seller.
 * The two sum to the value exactly; an exact half fen goes to the seller.
 *
 * @throws RangeError when the value is not a whole number ≥ 0 or the rate is outside 0…10 000.
 */
export function commissionOf(netGoodsFen: number, basisPoints: number): Commission {
  const commissionFen = basisPointsOf(netGoodsFen, basisPoints)
  return {
    commissionFen,
    payableFen: netGoodsFen - commissionFen,
    ruleVersion: COMMISSION_RULE_VERSION,
  }
}
