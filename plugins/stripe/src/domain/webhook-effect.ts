import { sessionStatusOf } from "./payment-status"

/**
 * What a Stripe event means to us. The effect is read from the object's CURRENT state, which the
 * worker fetches, never from the snapshot inside the event: so events may come in any order, late
 * or many times, and an old "failed" can't undo a later "succeeded".
 */
export type WebhookEffect = {
  /** Name of our event: `webhook.<noun>_<past participle>`. */
  name: `webhook.${string}`
  data: Record<string, string | number | null>
}

type StripeObject = Record<string, unknown>

/**
 * The events that the inbox follows; Stripe's endpoints are to be subscribed to these. Twenty: the
 * most that Stripe's list of events filters by.
 */
export const FOLLOWED_EVENTS = [
  "payment_intent.succeeded",
  "payment_intent.amount_capturable_updated",
  "payment_intent.payment_failed",
  "payment_intent.canceled",
  "charge.refunded",
  "refund.failed",
  "refund.updated",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "transfer.created",
  "transfer.reversed",
  "transfer.updated",
  "account.updated",
  "payout.updated",
  "payout.paid",
  "payout.failed",
  "payout.canceled",
] as const

export function isFollowed(eventType: string): boolean {
  return (FOLLOWED_EVENTS as readonly string[]).includes(eventType)
}

/** The id of a field that Stripe answers as an id or, expanded, as an object. */
function idOf(value: unknown): string | null {
  if (typeof value === "string") {
    return value
  }
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === "string" ? id : null
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null
}

function countOf(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : 0
}

const PAYMENT_EFFECTS: Record<string, string | undefined> = {
  captured: "payment_succeeded",
  authorized: "payment_authorized",
  canceled: "payment_canceled",
  error: "payment_failed",
}

function effectOfIntent(intent: StripeObject): WebhookEffect | null {
  const hasFailed = intent.last_payment_error != null
  const status = sessionStatusOf(textOf(intent.status) ?? "", hasFailed)
  const effect = PAYMENT_EFFECTS[status]
  if (!effect) {
    return null
  }
  const metadata = (intent.metadata ?? {}) as StripeObject
  const error = (intent.last_payment_error ?? {}) as StripeObject
  const isCaptured = status === "captured"
  return {
    name: `webhook.${effect}`,
    data: {
      payment_intent_id: idOf(intent),
      session_id: textOf(metadata.session_id),
      amount_minor: countOf(isCaptured ? intent.amount_received : intent.amount),
      currency: textOf(intent.currency),
      error_code: textOf(error.decline_code) ?? textOf(error.code),
    },
  }
}

function effectOfCharge(charge: StripeObject): WebhookEffect | null {
  const refunded = countOf(charge.amount_refunded)
  if (refunded === 0) {
    return null
  }
  return {
    name: "webhook.charge_refunded",
    data: {
      charge_id: idOf(charge),
      payment_intent_id: idOf(charge.payment_intent),
      // Cumulative: a consumer posts the difference to what it knows.
      refunded_minor: refunded,
      currency: textOf(charge.currency),
    },
  }
}

function effectOfRefund(refund: StripeObject): WebhookEffect | null {
  const status = textOf(refund.status)
  if (status !== "failed" && status !== "succeeded" && status !== "canceled") {
    return null
  }
  return {
    name: `webhook.refund_${status}`,
    data: {
      refund_id: idOf(refund),
      payment_intent_id: idOf(refund.payment_intent),
      amount_minor: countOf(refund.amount),
      currency: textOf(refund.currency),
      failure_reason: textOf(refund.failure_reason),
    },
  }
}

const CLOSED_DISPUTES = ["won", "lost", "warning_closed", "prevented"]

function effectOfDispute(dispute: StripeObject): WebhookEffect {
  const status = textOf(dispute.status) ?? ""
  const evidence = (dispute.evidence_details ?? {}) as StripeObject
  return {
    name: CLOSED_DISPUTES.includes(status) ? "webhook.dispute_closed" : "webhook.dispute_opened",
    data: {
      dispute_id: idOf(dispute),
      charge_id: idOf(dispute.charge),
      payment_intent_id: idOf(dispute.payment_intent),
      amount_minor: countOf(dispute.amount),
      currency: textOf(dispute.currency),
      status,
      reason: textOf(dispute.reason),
      /** Seconds since 1970; after it Stripe decides for the customer. */
      evidence_due_at: countOf(evidence.due_by),
    },
  }
}

function effectOfTransfer(transfer: StripeObject): WebhookEffect {
  const reversed = countOf(transfer.amount_reversed)
  return {
    name: reversed > 0 ? "webhook.transfer_reversed" : "webhook.transfer_created",
    data: {
      transfer_id: idOf(transfer),
      account_id: idOf(transfer.destination),
      order_id: textOf(transfer.transfer_group),
      amount_minor: countOf(transfer.amount),
      reversed_minor: reversed,
      currency: textOf(transfer.currency),
    },
  }
}

function effectOfPayout(payout: StripeObject, accountId: string | null): WebhookEffect | null {
  const status = textOf(payout.status)
  if (status !== "paid" && status !== "failed" && status !== "canceled") {
    return null
  }
  return {
    name: `webhook.payout_${status}`,
    data: {
      payout_id: idOf(payout),
      account_id: accountId,
      amount_minor: countOf(payout.amount),
      currency: textOf(payout.currency),
      failure_code: textOf(payout.failure_code),
    },
  }
}

const EFFECT_OF: Record<
  string,
  ((object: StripeObject, accountId: string | null) => WebhookEffect | null) | undefined
> = {
  payment_intent: effectOfIntent,
  charge: effectOfCharge,
  refund: effectOfRefund,
  dispute: effectOfDispute,
  transfer: effectOfTransfer,
  payout: effectOfPayout,
  account: (account) => ({ name: "webhook.account_updated", data: { account_id: idOf(account) } }),
}

/**
 * The effect of an object's current state, `null` where nothing is to be done. `accountId` is the
 * connected account that the event came from, `null` for the platform's own.
 */
export function effectOf(current: StripeObject, accountId: string | null): WebhookEffect | null {
  const kind = textOf(current.object) ?? ""
  return Object.hasOwn(EFFECT_OF, kind) ? (EFFECT_OF[kind]?.(current, accountId) ?? null) : null
}
