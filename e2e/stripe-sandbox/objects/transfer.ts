import type Stripe from "stripe"
import { newId } from "../state/ids.ts"

interface Shape {
  created: number
  params: Stripe.TransferCreateParams & { amount: number }
  metadata: Stripe.Metadata
  transferGroup: string | null
}

export function transferObject({
  created,
  params,
  metadata,
  transferGroup,
}: Shape): Stripe.Transfer {
  const id = newId("tr")
  return {
    id,
    object: "transfer",
    amount: params.amount,
    amount_reversed: 0,
    balance_transaction: null,
    created,
    currency: params.currency.toLowerCase(),
    description: params.description ?? null,
    destination: params.destination,
    livemode: false,
    metadata,
    reversals: { object: "list", data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: params.source_transaction ?? null,
    source_type: "card",
    transfer_group: transferGroup,
  } satisfies Stripe.Transfer
}

export function reversalObject(
  created: number,
  transfer: Stripe.Transfer,
  amount: number,
  metadata: Stripe.Metadata,
): Stripe.TransferReversal {
  return {
    id: newId("trr"),
    object: "transfer_reversal",
    amount,
    balance_transaction: null,
    created,
    currency: transfer.currency,
    destination_payment_refund: null,
    metadata,
    source_refund: null,
    transfer: transfer.id,
  } satisfies Stripe.TransferReversal
}
