import { MedusaError } from "@medusajs/framework/utils"
import Stripe from "stripe"

import {
  explainPaymentError,
  paymentErrorOf,
  type Language,
  type PaymentError,
} from "../domain/payment-error"

/**
 * Whether Stripe said no, or nobody knows: after a timeout, a 5xx or a 409 the money may have moved.
 */
export function outcomeOf(error: unknown): "refused" | "unknown" {
  if (!(error instanceof Stripe.errors.StripeError)) {
    return "unknown"
  }
  const status = error.statusCode ?? 500
  const isRefused = status >= 400 && status < 500 && status !== 409 && status !== 429
  return isRefused ? "refused" : "unknown"
}

/** Stripe repeats the first answer of a key for 24 hours, a 500 too. */
export function isReplayed(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeError && error.headers?.["idempotent-replayed"] === "true"
  )
}

/** The PaymentIntent that Stripe sends along with an error about it. */
export function intentOfError(error: unknown): Stripe.PaymentIntent | null {
  return error instanceof Stripe.errors.StripeError ? (error.payment_intent ?? null) : null
}

export function codeOfError(error: unknown): PaymentError {
  if (!(error instanceof Stripe.errors.StripeError)) {
    return "provider_unreachable"
  }
  // Stripe gives over-refunds no code of their own, only the parameter that is wrong.
  if (error.param === "amount" && /greater than (unrefunded|charge) amount/i.test(error.message)) {
    return "refund_exceeds_charge"
  }
  const { type, code, decline_code: declineCode } = error
  return paymentErrorOf({ type, code, declineCode })
}

/** A refusal with our code and our text; `subject` names what it is about. */
export function refuse(code: PaymentError, subject: string, language: Language = "zh") {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${explainPaymentError(code, language)} (${subject})`,
    code,
  )
}

/** What a caller is told of an error of Stripe's; breakages of our own pass unchanged. */
export function explained(error: unknown, subject: string, language: Language = "zh"): Error {
  if (error instanceof Stripe.errors.StripeError) {
    return refuse(codeOfError(error), subject, language)
  }
  return error instanceof Error ? error : new Error(String(error))
}
