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

/** A charge that a refund names, with what of the amount belongs to it and what is left of it; fen. */
export type NamedPart = {
  readonly amountFen: number
  /** Captured and not refunded; null for a charge that is not the consignment's. */
  readonly leftFen: number | null
}

export type PartsRefusal = "refund_line_unknown" | "refund_parts_over_amount" | "refund_over_line"

/** Why a refund can't be for these charges, or null when it can: nobody else pays for a line. */
export function partsRefusal(amountFen: number, parts: readonly NamedPart[]): PartsRefusal | null {
  if (parts.some(({ leftFen }) => leftFen === null)) return "refund_line_unknown"
  const namedFen = parts.reduce((sum, part) => sum + part.amountFen, 0)
  if (namedFen > amountFen) return "refund_parts_over_amount"
  const isOver = parts.some((part) => part.amountFen > (part.leftFen ?? 0))
  return isOver ? "refund_over_line" : null
}
