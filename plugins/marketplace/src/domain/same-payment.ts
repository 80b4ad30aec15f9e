/**
 * Whether a press of the pay button finds the payment that an earlier one opened, or opens another.
 * One that may still be gone on with, over the same amount, in the same way. Rule: docs/domain.md §6.
 */

export type OpenSession = {
  /** Medusa's word for it. */
  readonly status: string
  readonly amountFen: number
  readonly method: unknown
  readonly hasError: boolean
  /** The card is kept for the customer once it has paid. */
  readonly savesCard: boolean
}

export type WantedPayment = {
  readonly amountFen: number
  readonly method: string
  readonly savesCard: boolean
  /** With a saved card each press is an attempt of its own: the provider confirms it at once. */
  readonly isSavedCard: boolean
}

/** States in which the buyer can still go on. */
const OPEN = ["pending", "requires_more"]

/** Whether the session can serve what is wanted. Amounts in fen. */
export function isSamePayment(session: OpenSession, wanted: WantedPayment): boolean {
  return (
    OPEN.includes(session.status) &&
    !session.hasError &&
    !wanted.isSavedCard &&
    session.method === wanted.method &&
    session.savesCard === wanted.savesCard &&
    session.amountFen === wanted.amountFen
  )
}
