/**
 * How the payment of a cart stands for the buyer who looks: what the checkout page says, and what it
 * offers next. An order that stands says more than any payment session; money that came and went back
 * without one is never called open again. Rule: docs/domain.md §6, §8.
 */
import type { ClaimState } from "./finish-completion"

/** `placed`: the cart is an order. `refunded`: it was paid, could not be placed, and the money went back. */
export type CartPaymentState = "none" | "open" | "declined" | "paid" | "placed" | "refunded"

export type SessionFacts = {
  /** Medusa's word for it. */
  readonly status: string
  /** The provider's last answer was a no. */
  readonly isDeclined: boolean
}

export type ClaimFacts = {
  readonly state: ClaimState
  readonly hasOrder: boolean
  /** The claim names a payment only when that went back. */
  readonly hasPaymentGivenBack: boolean
}

/** States in which the money is the platform's to take, or taken. */
const PAID = ["captured", "authorized"]

/** The state of a cart with this payment session and this claim on it; null for none. */
export function cartPaymentState(
  session: SessionFacts | null,
  claim: ClaimFacts | null,
): CartPaymentState {
  if (claim?.hasOrder && claim.state !== "undone") return "placed"
  if (!session) return claim && isGivenBack(claim) ? "refunded" : "none"
  if (PAID.includes(session.status)) return "paid"
  return session.isDeclined ? "declined" : "open"
}

function isGivenBack({ state, hasPaymentGivenBack }: ClaimFacts): boolean {
  return state === "undone" && hasPaymentGivenBack
}
