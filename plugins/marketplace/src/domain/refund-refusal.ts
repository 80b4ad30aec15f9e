/**
 * Whether a seller may refund an amount of its consignment. No seller refunds more than its own
 * share, however often or at once it is asked. Rule: docs/domain.md §6.
 */
export type RefundRefusal =
  "refund_amount_invalid" | "refund_not_captured" | "refund_over_share" | "refund_disputed"

export type RefundFacts = {
  readonly amountFen: number
  readonly capturedFen: number
  readonly refundedFen: number
  /** The provider refuses refunds of a disputed payment: its money is held already. */
  readonly isDisputed: boolean
}

/** Why the amount (fen) can't be refunded, or null when it can. */
export function refundRefusal(facts: RefundFacts): RefundRefusal | null {
  const { amountFen, capturedFen, refundedFen } = facts
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) return "refund_amount_invalid"
  if (facts.isDisputed) return "refund_disputed"
  if (capturedFen === 0) return "refund_not_captured"
  return amountFen > capturedFen - refundedFen ? "refund_over_share" : null
}
