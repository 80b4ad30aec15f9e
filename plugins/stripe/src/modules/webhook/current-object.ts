import Stripe from "stripe"

import type { ClaimedEvent } from "./types"

type Reader = (stripe: Stripe, id: string, options: Stripe.RequestOptions) => Promise<object>

const READERS: Record<string, Reader | undefined> = {
  payment_intent: (stripe, id, options) => stripe.paymentIntents.retrieve(id, {}, options),
  charge: (stripe, id, options) => stripe.charges.retrieve(id, {}, options),
  refund: (stripe, id, options) => stripe.refunds.retrieve(id, {}, options),
  dispute: (stripe, id, options) => stripe.disputes.retrieve(id, {}, options),
  transfer: (stripe, id, options) => stripe.transfers.retrieve(id, {}, options),
  payout: (stripe, id, options) => stripe.payouts.retrieve(id, {}, options),
  // The platform reads a connected account by id, not in its name.
  account: (stripe, id) => stripe.accounts.retrieve(id),
}

/**
 * The object of an event as Stripe has it now. An object that Stripe doesn't know any more (a
 * deleted account) is answered by its type and id alone: the event still tells that it changed.
 */
export async function readCurrent(
  stripe: Stripe,
  { object_type, object_id, account_id }: ClaimedEvent,
): Promise<Record<string, unknown>> {
  const read = READERS[object_type]
  const bare = { object: object_type, id: object_id }
  if (!read) {
    return bare
  }
  try {
    const current = await read(stripe, object_id, account_id ? { stripeAccount: account_id } : {})
    return { ...current }
  } catch (error) {
    const isGone =
      error instanceof Stripe.errors.StripeError &&
      (error.statusCode === 404 || error.statusCode === 403)
    if (isGone) {
      return bare
    }
    throw error
  }
}
