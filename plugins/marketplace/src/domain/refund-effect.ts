/**
 * What a refund will do, told before it is made: what the buyer gets, what of the commission and its tax
 * comes back, and what it costs the seller. The difference of two running totals of the same rule by which
 * the books are posted, so that what was told is what happens. Rule: docs/domain.md §6, §7.
 */
import { type GoodsTaken, type SaleTerms, shareOfSale, type ShareOfSale } from "./payout-share"

/** In fen. `leftFen` is what can still be refunded afterwards. */
export type RefundEffect = ShareOfSale & { leftFen: number }

/** The goods among what was refunded before, and once this refund is made. */
export type GoodsRefunded = {
  readonly before: GoodsTaken | null
  readonly after: GoodsTaken | null
}

/**
 * The effect of refunding `amountFen` more of a consignment.
 *
 * @throws RangeError when that is more than was captured and not refunded: ask `refundRefusal` first.
 */
export function refundEffect(
  terms: SaleTerms,
  { capturedFen, refundedFen }: { readonly capturedFen: number; readonly refundedFen: number },
  amountFen: number,
  goods: GoodsRefunded = { before: null, after: null },
): RefundEffect {
  const leftFen = capturedFen - refundedFen - amountFen
  if (leftFen < 0) throw new RangeError(`refundEffect: ${amountFen} fen are not left to refund`)
  const before = shareOfSale(terms, refundedFen, goods.before)
  const after = shareOfSale(terms, refundedFen + amountFen, goods.after)
  return {
    amountFen,
    commissionFen: after.commissionFen - before.commissionFen,
    commissionTaxFen: after.commissionTaxFen - before.commissionTaxFen,
    subsidyFen: after.subsidyFen - before.subsidyFen,
    sellerFen: after.sellerFen - before.sellerFen,
    leftFen,
  }
}
