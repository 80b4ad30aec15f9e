/** What the buyer did on a hosted page: the wallet or the bank said yes or no. */
import { ApiError } from "../errors.ts"
import type { Row } from "../state/tables.ts"
import { charge, fail, methodOf } from "./attempt.ts"
import type { World } from "./world.ts"

/** Finishes a payment that awaits the buyer. Returns Stripe's `redirect_status`. */
export function finishAction(
  world: World,
  row: Row<"payment_intent">,
  isApproved: boolean,
): "failed" | "succeeded" {
  const isCard = methodOf(world, row).object.type === "card"
  if (!isApproved) {
    fail(world, row, isCard ? authenticationFailed : walletRefused)
    return "failed"
  }
  try {
    charge(world, row, isCard)
    return "succeeded"
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return "failed" // Declined after the challenge: `charge` has recorded it on the intent.
  }
}

const authenticationFailed = {
  type: "invalid_request_error",
  code: "payment_intent_authentication_failure",
  message:
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
} as const

const walletRefused = {
  type: "invalid_request_error",
  code: "payment_intent_payment_attempt_failed",
  message: "The payment failed.",
} as const

/** Where the buyer goes back to, with the parameters that Stripe appends; null if nowhere. */
export function returnAddress(row: Row<"payment_intent">, redirectStatus: string): string | null {
  if (!row.note.returnUrl) return null
  const url = new URL(row.note.returnUrl)
  url.searchParams.set("payment_intent", row.object.id)
  url.searchParams.set("payment_intent_client_secret", row.object.client_secret ?? "")
  url.searchParams.set("redirect_status", redirectStatus)
  return url.href
}
