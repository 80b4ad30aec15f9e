/**
 * How far a receipt of a household has come. Facts are only ever added; the state is read from them,
 * and money counts as received only when it was paid AND the household confirmed it.
 * Rule: docs/domain.md §7, "three quantities".
 */

export type ReceiptFactKind = "paid" | "confirmed" | "disputed" | "dispute_settled" | "voided"

export type ReceiptState = "due" | "paid" | "received" | "disputed" | "voided"

export type ReceiptFact = {
  readonly kind: ReceiptFactKind
  /** Business day, `YYYY-MM-DD`. */
  readonly on: string
}

export type ReceiptRefusal =
  | "receipt_already_paid"
  | "receipt_not_paid"
  | "receipt_already_confirmed"
  | "receipt_already_disputed"
  | "receipt_not_disputed"
  | "receipt_voided"
  | "receipt_received"

/** The state after all facts, in whatever order they were written. */
export function receiptState(facts: readonly ReceiptFact[]): ReceiptState {
  if (has(facts, "voided")) return "voided"
  if (openDisputes(facts) > 0) return "disputed"
  if (!has(facts, "paid")) return "due"
  return has(facts, "confirmed") ? "received" : "paid"
}

/**
 * The business day on which the money counts as received: the later of payment and confirmation, so
 * that a month that was reported does not change when a confirmation comes late. `null` before.
 */
export function receivedOn(facts: readonly ReceiptFact[]): string | null {
  if (receiptState(facts) !== "received") return null
  const days = facts.filter(({ kind }) => kind === "paid" || kind === "confirmed")
  return days.map(({ on }) => on).reduce((a, b) => (a > b ? a : b))
}

/** Why a fact may not be added; `null` when it may. */
export function receiptRefusal(
  facts: readonly ReceiptFact[],
  next: ReceiptFactKind,
): ReceiptRefusal | null {
  if (has(facts, "voided")) return "receipt_voided"
  return REFUSAL_OF[next](facts)
}

const REFUSAL_OF: Record<
  ReceiptFactKind,
  (facts: readonly ReceiptFact[]) => ReceiptRefusal | null
> = {
  paid: (facts) => (has(facts, "paid") ? "receipt_already_paid" : null),
  confirmed: (facts) => {
    if (has(facts, "confirmed")) return "receipt_already_confirmed"
    return has(facts, "paid") ? null : "receipt_not_paid"
  },
  disputed: (facts) => (openDisputes(facts) > 0 ? "receipt_already_disputed" : null),
  dispute_settled: (facts) => (openDisputes(facts) > 0 ? null : "receipt_not_disputed"),
  // Money that a household holds and has confirmed is not taken out of the books again.
  voided: (facts) => (has(facts, "confirmed") ? "receipt_received" : null),
}

function has(facts: readonly ReceiptFact[], kind: ReceiptFactKind): boolean {
  return facts.some((fact) => fact.kind === kind)
}

function openDisputes(facts: readonly ReceiptFact[]): number {
  const count = (kind: ReceiptFactKind) => facts.filter((fact) => fact.kind === kind).length
  return count("disputed") - count("dispute_settled")
}
