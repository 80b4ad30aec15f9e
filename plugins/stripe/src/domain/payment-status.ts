/** The state of a Stripe PaymentIntent in Medusa's words for a payment session. */
export type SessionStatus =
  "authorized" | "captured" | "canceled" | "error" | "pending" | "requires_more"

const STATUS: Record<string, SessionStatus> = {
  requires_payment_method: "pending",
  requires_confirmation: "pending",
  processing: "pending",
  requires_action: "requires_more",
  requires_capture: "authorized",
  succeeded: "captured",
  canceled: "canceled",
}

/**
 * An unknown status is "pending": it neither completes nor cancels an order. A refused attempt leaves
 * the intent waiting for another method, which Medusa calls an error until the next attempt.
 */
export function sessionStatusOf(intentStatus: string, hasFailedAttempt: boolean): SessionStatus {
  if (intentStatus === "requires_payment_method" && hasFailedAttempt) {
    return "error"
  }
  return Object.hasOwn(STATUS, intentStatus) ? STATUS[intentStatus]! : "pending"
}
