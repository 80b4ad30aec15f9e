/**
 * Whether the payment that a buyer agreed to still pays for the cart. Medusa never compares the two
 * (medusajs/medusa #16407), and takes a payment that was given back for a paid one.
 */

export type PaymentRefusal = "payment_amount_differs" | "payment_currency_differs" | "payment_spent"

export type PaymentToCheck = {
  cart: { totalFen: number; currency: string }
  /** The session that would be authorised; `null` where there is none. */
  session: { amountFen: number; currency: string } | null
  /** The payment that the session has brought already, if any. */
  payment: { isCanceled: boolean; refundedFen: number } | null
}

/** Why this payment does not fit the cart, or `null`. A cart without a session is not judged. */
export function paymentRefusal({ cart, session, payment }: PaymentToCheck): PaymentRefusal | null {
  if (!session) return null
  if (session.currency.toLowerCase() !== cart.currency.toLowerCase()) {
    return "payment_currency_differs"
  }
  if (session.amountFen !== cart.totalFen) return "payment_amount_differs"
  return payment && (payment.isCanceled || payment.refundedFen > 0) ? "payment_spent" : null
}
