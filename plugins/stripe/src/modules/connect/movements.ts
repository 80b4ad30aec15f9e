import type Stripe from "stripe"

/** Money that moved on the platform's balance for one payment; minor units, fee as it was charged. */
export type Movement = {
  /** The balance transaction, `txn_…`. */
  id: string
  kind: "charge" | "refund" | "refund_failure" | "dispute" | "dispute_reversal"
  /** Of the object that caused it: a charge, a refund, a dispute. */
  source_id: string
  amount_minor: number
  fee_minor: number
  currency: string
  /** ISO 8601. */
  created_at: string
}

export type ProviderRefund = {
  id: string
  amount_minor: number
  status: string
  /** Our own call's key, when we made it. */
  intent_key: string | null
  reason: string | null
  created_at: string
}

/** A payment as the provider's books have it. */
export type PaymentMovements = {
  payment_intent_id: string
  charge_id: string | null
  captured_minor: number
  /** Cumulative, failed refunds excluded. */
  refunded_minor: number
  refunds: ProviderRefund[]
  movements: Movement[]
}

const PAGE = { limit: 100 }

/** Reads a payment's charge, refunds and disputes with their balance transactions. */
export async function readMovements(stripe: Stripe, intentId: string): Promise<PaymentMovements> {
  const intent = await stripe.paymentIntents.retrieve(intentId)
  const chargeId = idOf(intent.latest_charge)
  const none = { payment_intent_id: intentId, charge_id: chargeId }
  if (!chargeId || intent.status !== "succeeded") {
    return { ...none, captured_minor: 0, refunded_minor: 0, refunds: [], movements: [] }
  }
  const charge = await stripe.charges.retrieve(chargeId)
  const refunds = await everything(stripe.refunds.list({ ...PAGE, payment_intent: intentId }))
  const disputes = await everything(stripe.disputes.list({ ...PAGE, payment_intent: intentId }))
  const byRefund = await Promise.all(refunds.map((refund) => movementsOfRefund(stripe, refund)))
  const ofCharge = await transaction(stripe, charge.balance_transaction)
  return {
    ...none,
    captured_minor: charge.amount_captured,
    refunded_minor: charge.amount_refunded,
    refunds: refunds.map(refundOf),
    movements: [
      ...(ofCharge ? [movementOf("charge", chargeId, ofCharge)] : []),
      ...byRefund.flat(),
      ...disputes.flatMap((dispute) =>
        dispute.balance_transactions.map((one) =>
          movementOf(one.amount < 0 ? "dispute" : "dispute_reversal", dispute.id, one),
        ),
      ),
    ],
  }
}

async function movementsOfRefund(stripe: Stripe, refund: Stripe.Refund): Promise<Movement[]> {
  const [out, back] = await Promise.all([
    transaction(stripe, refund.balance_transaction),
    transaction(stripe, refund.failure_balance_transaction),
  ])
  return [
    ...(out ? [movementOf("refund", refund.id, out)] : []),
    ...(back ? [movementOf("refund_failure", refund.id, back)] : []),
  ]
}

function refundOf(refund: Stripe.Refund): ProviderRefund {
  return {
    id: refund.id,
    amount_minor: refund.amount,
    status: refund.status ?? "succeeded",
    intent_key: refund.metadata?.intent_key ?? null,
    reason: refund.reason,
    created_at: new Date(refund.created * 1000).toISOString(),
  }
}

function movementOf(
  kind: Movement["kind"],
  source_id: string,
  { id, amount, fee, currency, created }: Stripe.BalanceTransaction,
): Movement {
  return {
    id,
    kind,
    source_id,
    amount_minor: amount,
    fee_minor: fee,
    currency,
    created_at: new Date(created * 1000).toISOString(),
  }
}

async function transaction(
  stripe: Stripe,
  value: string | Stripe.BalanceTransaction | null | undefined,
): Promise<Stripe.BalanceTransaction | null> {
  const id = idOf(value)
  return id ? await stripe.balanceTransactions.retrieve(id) : null
}

async function everything<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of list) {
    all.push(one)
  }
  return all
}

function idOf(value: string | { id: string } | null | undefined): string | null {
  return typeof value === "string" ? value : (value?.id ?? null)
}
