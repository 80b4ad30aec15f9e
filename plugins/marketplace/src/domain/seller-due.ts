/**
 * What a seller is owed of a consignment at any moment, and what of it can be paid out now. The part
 * of the money that came, less the part of the money that went back. Rule: docs/domain.md §6, §7.
 * Amounts in fen.
 */
import type { Due } from "./payout-plan"
import { type GoodsTaken, type SaleTerms, shareOfSale } from "./payout-share"

/** The goods in what was captured and refunded; `null` where that was not kept. */
export type GoodsMoved = {
  readonly captured: GoodsTaken | null
  readonly refunded: GoodsTaken | null
}

/**
 * The seller's part of what was captured and not refunded.
 *
 * @throws RangeError when an amount is outside the consignment's total.
 */
export function owedOfSale(
  terms: SaleTerms,
  capturedFen: number,
  refundedFen: number,
  goods: GoodsMoved = { captured: null, refunded: null },
): number {
  const came = shareOfSale(terms, capturedFen, goods.captured)
  return came.sellerFen - shareOfSale(terms, refundedFen, goods.refunded).sellerFen
}

/**
 * Whether it matters to `owedOfSale` which goods were captured and refunded: all or nothing is what was
 * frozen at sale, a part is what is in it.
 */
export function dependsOnGoods(
  { totalFen }: Pick<SaleTerms, "totalFen">,
  capturedFen: number,
  refundedFen: number,
): boolean {
  return [capturedFen, refundedFen].some((fen) => fen > 0 && fen < totalFen)
}

/** What could be sent now if nothing had to be set off: dues that nothing holds. */
export function payableFen(dues: readonly Pick<Due, "dueFen" | "isHeld">[]): number {
  return dues
    .filter(({ dueFen, isHeld }) => !isHeld && dueFen > 0)
    .reduce((sum, { dueFen }) => sum + dueFen, 0)
}
