/**
 * How much of what a seller owes is set off against what it is owed, without a transfer. Never more
 * than stands on either side, nor than the occasion allows. Rule: docs/domain.md §7 (funds book).
 */

/** What the funds book says of a seller, in fen; either may be below zero after corrections. */
export type SellerStanding = { readonly payableFen: number; readonly receivableFen: number }

/** The amount to net, ≥ 0 fen. `mostFen` is the payout's or the reversal's own amount. */
export function amountToNet(standing: SellerStanding, mostFen: number): number {
  return Math.max(0, Math.min(standing.payableFen, standing.receivableFen, mostFen))
}
