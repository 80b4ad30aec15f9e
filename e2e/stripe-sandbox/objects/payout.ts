import type Stripe from "stripe"
import { newId } from "../state/ids.ts"
import { stringsOf } from "./payment-intent.ts"

interface Shape {
  created: number
  arrival: number
  params: Stripe.PayoutCreateParams
  destination: string
}

export function payoutObject({ created, arrival, params, destination }: Shape): Stripe.Payout {
  return {
    id: newId("po"),
    object: "payout",
    amount: params.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: arrival,
    automatic: false,
    balance_transaction: null,
    created,
    currency: params.currency.toLowerCase(),
    description: params.description ?? null,
    destination,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: stringsOf(params.metadata),
    method: params.method ?? "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: "not_applicable",
    reversed_by: null,
    source_type: params.source_type ?? "card",
    statement_descriptor: params.statement_descriptor ?? null,
    status: "pending",
    trace_id: null,
    type: "bank_account",
  } satisfies Stripe.Payout
}
