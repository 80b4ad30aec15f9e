import type Stripe from "stripe"

/**
 * The calls that move or promise money, each with how it is sent under an idempotency key, how its
 * object is read again, and how it is found when the answer was lost and Stripe has forgotten the
 * key (after 24 hours). Objects are found by the key, which is written into their metadata.
 */
export type Calls = {
  create: { request: Stripe.PaymentIntentCreateParams; result: Stripe.PaymentIntent }
  confirm: {
    request: { payment_intent: string; params: Stripe.PaymentIntentConfirmParams }
    result: Stripe.PaymentIntent
  }
  capture: {
    request: { payment_intent: string; params: Stripe.PaymentIntentCaptureParams }
    result: Stripe.PaymentIntent
  }
  refund: {
    request: Stripe.RefundCreateParams & { payment_intent: string }
    result: Stripe.Refund
  }
  transfer: {
    request: Stripe.TransferCreateParams & { transfer_group: string }
    result: Stripe.Transfer
  }
  reversal: {
    request: { transfer: string; params: Stripe.TransferCreateReversalParams }
    result: Stripe.TransferReversal
  }
  account: { request: Stripe.AccountCreateParams; result: Stripe.Account }
}

export type CallKind = keyof Calls
export const CALL_KINDS = [
  "create",
  "confirm",
  "capture",
  "refund",
  "transfer",
  "reversal",
  "account",
] as const satisfies CallKind[]

type Operation<K extends CallKind> = {
  send: (stripe: Stripe, request: Calls[K]["request"], key: string) => Promise<Calls[K]["result"]>
  read: (stripe: Stripe, request: Calls[K]["request"], id: string) => Promise<Calls[K]["result"]>
  find: (
    stripe: Stripe,
    request: Calls[K]["request"],
    key: string,
  ) => Promise<Calls[K]["result"] | null>
}

type Marked = { metadata?: Stripe.Metadata | null }

function marked<Params extends { metadata?: unknown }>(params: Params, key: string): Params {
  return { ...params, metadata: { ...(params.metadata as object | undefined), intent_key: key } }
}

/** Newest first, ten pages: a busy hour of payments, and more than any order's refunds or transfers. */
const MOST_WALKED = 1000

/** Walks a list to the object that carries the key; `null` when none does. */
async function withKey<T extends Marked>(list: AsyncIterable<T>, key: string): Promise<T | null> {
  let walked = 0
  for await (const object of list) {
    if (object.metadata?.intent_key === key) {
      return object
    }
    walked += 1
    if (walked >= MOST_WALKED) {
      break
    }
  }
  return null
}

const PAGE = { limit: 100 }

export const OPERATIONS: { [K in CallKind]: Operation<K> } = {
  create: {
    send: (stripe, request, key) =>
      stripe.paymentIntents.create(marked(request, key), { idempotencyKey: key }),
    read: (stripe, _request, id) => stripe.paymentIntents.retrieve(id),
    find: (stripe, _request, key) => withKey(stripe.paymentIntents.list(PAGE), key),
  },
  confirm: {
    send: (stripe, { payment_intent, params }, key) =>
      stripe.paymentIntents.confirm(payment_intent, params, { idempotencyKey: key }),
    read: (stripe, { payment_intent }) => stripe.paymentIntents.retrieve(payment_intent),
    find: async (stripe, { payment_intent }) => {
      const intent = await stripe.paymentIntents.retrieve(payment_intent)
      const isWaiting =
        intent.status === "requires_confirmation" || intent.status === "requires_payment_method"
      return isWaiting ? null : intent
    },
  },
  capture: {
    send: (stripe, { payment_intent, params }, key) =>
      stripe.paymentIntents.capture(payment_intent, params, { idempotencyKey: key }),
    read: (stripe, { payment_intent }) => stripe.paymentIntents.retrieve(payment_intent),
    find: async (stripe, { payment_intent }) => {
      const intent = await stripe.paymentIntents.retrieve(payment_intent)
      return intent.status === "succeeded" ? intent : null
    },
  },
  refund: {
    send: (stripe, request, key) =>
      stripe.refunds.create(marked(request, key), { idempotencyKey: key }),
    read: (stripe, _request, id) => stripe.refunds.retrieve(id),
    find: (stripe, { payment_intent }, key) =>
      withKey(stripe.refunds.list({ ...PAGE, payment_intent }), key),
  },
  transfer: {
    send: (stripe, request, key) =>
      stripe.transfers.create(marked(request, key), { idempotencyKey: key }),
    read: (stripe, _request, id) => stripe.transfers.retrieve(id),
    find: (stripe, { transfer_group }, key) =>
      withKey(stripe.transfers.list({ ...PAGE, transfer_group }), key),
  },
  reversal: {
    send: (stripe, { transfer, params }, key) =>
      stripe.transfers.createReversal(transfer, marked(params, key), { idempotencyKey: key }),
    read: (stripe, { transfer }, id) => stripe.transfers.retrieveReversal(transfer, id),
    find: (stripe, { transfer }, key) =>
      withKey(stripe.transfers.listReversals(transfer, PAGE), key),
  },
  account: {
    send: (stripe, request, key) =>
      stripe.accounts.create(marked(request, key), { idempotencyKey: key }),
    read: (stripe, _request, id) => stripe.accounts.retrieve(id),
    find: (stripe, _request, key) => withKey(stripe.accounts.list(PAGE), key),
  },
}
