/**
 * What a consignment's money is made of at any cumulative amount captured or refunded: the platform's
 * commission and the tax on it, the discount that the platform funds, and the seller's part. Commission
 * and tax follow the goods in it, not the freight, through the one rounding, so that the whole gives
 * exactly what was frozen at sale and refunds that add up to the sale undo it to the fen.
 * Rule: docs/domain.md §6, §7.
 */
import { proportion } from "./proportion"

/** A consignment as it was frozen at sale; fen ≥ 0. */
export type SaleTerms = {
  /** What the buyer owes for it: goods, freight, tax. */
  readonly totalFen: number
  readonly commissionFen: number
  /** On top of the commission, and the seller's to bear. */
  readonly commissionTaxFen: number
  /** Discount that the platform funds: the seller is owed it, the buyer does not pay it. */
  readonly subsidyFen: number
}

/** The goods that an amount stands for, in fen ≥ 0. */
export type GoodsTaken = {
  /** At net value: what the seller sold them for. */
  readonly netFen: number
  /** What the buyer paid for them. */
  readonly paidFen: number
  /** Net value of all goods of the consignment. */
  readonly allNetFen: number
}

export type ShareOfSale = {
  amountFen: number
  commissionFen: number
  commissionTaxFen: number
  subsidyFen: number
  /** amount + subsidy − commission − its tax: what the seller is owed of it. */
  sellerFen: number
}

/**
 * The parts of the first `amountFen` of a consignment, of which `goods` are goods. Where that was not
 * kept (amounts from before), everything is in proportion to what the buyer owes.
 *
 * @throws RangeError when the amount is not whole or outside 0…total.
 */
export function shareOfSale(
  terms: SaleTerms,
  amountFen: number,
  goods: GoodsTaken | null = null,
): ShareOfSale {
  const { totalFen } = terms
  if (!Number.isSafeInteger(amountFen) || amountFen < 0 || amountFen > totalFen) {
    throw new RangeError(`shareOfSale: ${amountFen} fen of a consignment of ${totalFen}`)
  }
  const [part, of] = goods ? [goods.netFen, goods.allNetFen] : [amountFen, totalFen]
  const commissionFen = proportion(terms.commissionFen, part, of)
  const commissionTaxFen = proportion(terms.commissionTaxFen, part, of)
  const subsidyFen = goods ? subsidyOf(goods) : proportion(terms.subsidyFen, amountFen, totalFen)
  return {
    amountFen,
    commissionFen,
    commissionTaxFen,
    subsidyFen,
    sellerFen: amountFen + subsidyFen - commissionFen - commissionTaxFen,
  }
}

/** The discount that the platform funds of these goods: what the seller sold them for and nobody paid. */
export function subsidyOf({ netFen, paidFen }: Pick<GoodsTaken, "netFen" | "paidFen">): number {
  return Math.max(0, netFen - paidFen)
}
