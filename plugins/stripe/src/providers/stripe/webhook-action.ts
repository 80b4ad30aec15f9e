import type { ProviderWebhookPayload, WebhookActionResult } from "@medusajs/framework/types"
import { BigNumber, PaymentActions } from "@medusajs/framework/utils"
import type Stripe from "stripe"

import { fromMinorUnits } from "../../domain/minor-units"
import type { SessionStatus } from "../../domain/payment-status"
import { verifiedEvent } from "../../lib/stripe-client"
import { statusOf } from "./session-data"
import { textOf } from "./wish"

const ACTION: Record<SessionStatus, WebhookActionResult["action"]> = {
  captured: PaymentActions.SUCCESSFUL,
  authorized: PaymentActions.AUTHORIZED,
  canceled: PaymentActions.CANCELED,
  error: PaymentActions.FAILED,
  requires_more: PaymentActions.REQUIRES_MORE,
  pending: PaymentActions.PENDING,
}

/**
 * What Medusa is to do after a payment_intent event: read from the intent as it is now, so that an
 * old event can't undo a newer state. Intents without a session of ours are none of our business.
 */
export async function webhookActionOf(
  stripe: Stripe,
  secrets: string | undefined,
  { rawData, headers }: ProviderWebhookPayload["payload"],
): Promise<WebhookActionResult> {
  const signature = headers["stripe-signature"]
  const event = verifiedEvent(stripe, secrets, rawData, textOf(signature) ?? "")
  const object = event.data.object as { object?: string; id?: string }
  if (object.object !== "payment_intent" || !object.id) {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
  const intent = await stripe.paymentIntents.retrieve(object.id)
  const sessionId = intent.metadata.session_id
  if (!sessionId) {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
  const minor = intent.status === "succeeded" ? intent.amount_received : intent.amount
  const amount = new BigNumber(fromMinorUnits(minor, intent.currency))
  return { action: ACTION[statusOf(intent)], data: { session_id: sessionId, amount } }
}
