/**
 * What a station may write down as a purchase that it helped a household to make (下行). Fen and
 * units are whole. A local price counts only with what shows it. Rule: docs/domain.md §7, savings.
 */

export type PurchaseClaim = {
  readonly boughtOn: string
  readonly quantity: number
  readonly paidFen: number
  readonly localPriceFen: number | null
  readonly priceDocument: string | null
}

export type PurchaseRefusal =
  | "purchase_day_ahead"
  | "purchase_quantity_invalid"
  | "purchase_amount_invalid"
  | "purchase_price_undocumented"
  | "purchase_document_priceless"

/** The first reason against it; `null` when there is none. `today` is the business day. */
export function purchaseRefusal(claim: PurchaseClaim, today: string): PurchaseRefusal | null {
  if (claim.boughtOn > today) return "purchase_day_ahead"
  if (!isWhole(claim.quantity, 1)) return "purchase_quantity_invalid"
  if (!isWhole(claim.paidFen, 1)) return "purchase_amount_invalid"
  return priceRefusal(claim)
}

function priceRefusal({ localPriceFen, priceDocument }: PurchaseClaim): PurchaseRefusal | null {
  const isDocumented = Boolean(priceDocument?.trim())
  if (localPriceFen === null) return isDocumented ? "purchase_document_priceless" : null
  if (!isWhole(localPriceFen, 1)) return "purchase_amount_invalid"
  return isDocumented ? null : "purchase_price_undocumented"
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least
}
