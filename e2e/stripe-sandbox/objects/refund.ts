import type Stripe from "stripe"
import { newId } from "../state/ids.ts"

interface Shape {
  created: number
  charge: Stripe.Charge
  amount: number
  status: "pending" | "succeeded"
  reason: Stripe.Refund.Reason | null
  metadata: Stripe.Metadata
}

export function refundObject({ created, charge, amount, status, reason, metadata }: Shape) {
  const type = charge.payment_method_details?.type ?? "card"
  return {
    id: newId("re"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: destination(type, status),
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
    ...(status === "pending" ? { pending_reason: "processing" } : {}),
  } satisfies Stripe.Refund
}

function destination(type: string, status: string): Stripe.Refund.DestinationDetails {
  if (type === "alipay") return { type, alipay: {} }
  if (type === "wechat_pay") return { type, wechat_pay: {} }
  const reference_status = status === "pending" ? "pending" : "available"
  return {
    type: "card",
    card: { reference_status, reference_type: "acquirer_reference_number", type: "refund" },
  }
}
