import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcile } from "@shangxing/marketplace/domain/payout-reconciliation"
import type {
  AdminReconciliationResponse,
  ReconciledPayment,
} from "@shangxing/marketplace/types/payouts-admin"

import { modules } from "./modules"
import { type OrderPayment, readOrderPayment } from "./order-money"

type Page = { limit: number; offset: number }

/** Payments, newest first, each as the provider, Medusa and the journal have it at this moment. */
export async function readReconciliation(
  container: MedusaContainer,
  { limit, offset }: Page,
): Promise<AdminReconciliationResponse> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "payment",
    fields: ["id", "payment_collection.order.display_id"],
    pagination: { take: limit, skip: offset, order: { created_at: "DESC" } },
  })
  const rows = data as unknown as StoredPayment[]
  const payments: ReconciledPayment[] = []
  for (const { id, payment_collection } of rows) {
    const payment = await readOrderPayment(container, id)
    const display_id = payment_collection?.order?.display_id
    if (payment && display_id) payments.push(await reconciled(container, payment, display_id))
  }
  return { payments, count: metadata?.count ?? rows.length, limit, offset }
}

type StoredPayment = {
  id: string
  payment_collection?: { order?: { display_id: number } | null } | null
}

async function reconciled(
  container: MedusaContainer,
  payment: OrderPayment,
  display_id: number,
): Promise<ReconciledPayment> {
  const [provider, funds, attribution] = await Promise.all([
    atProvider(container, payment),
    inFunds(container, payment.orderId),
    inAttribution(container, payment.orderId),
  ])
  const medusa = { capturedFen: sumOf(payment.captures), refundedFen: sumOf(payment.refunds) }
  return {
    payment_id: payment.id,
    order_id: payment.orderId,
    display_id,
    provider: provider === "unreachable" || provider === null ? null : present(provider),
    medusa: { captured_fen: medusa.capturedFen, refunded_fen: medusa.refundedFen },
    funds: present(funds),
    attribution: {
      goods_fen: attribution.goodsFen,
      expected_goods_fen: attribution.expectedGoodsFen,
    },
    differences: reconcile({ provider, medusa, funds, attribution }),
  }
}

type Standing = { capturedFen: number; refundedFen: number; netFen: number }

function present({ capturedFen, refundedFen, netFen }: Standing) {
  return { captured_fen: capturedFen, refunded_fen: refundedFen, net_fen: netFen }
}

async function atProvider(
  container: MedusaContainer,
  { intentId }: OrderPayment,
): Promise<Standing | "unreachable" | null> {
  if (!intentId) return null
  try {
    const found = await modules.connect(container).movementsOf(intentId)
    return {
      capturedFen: found.captured_minor,
      refundedFen: found.refunded_minor,
      netFen: found.movements.reduce((sum, one) => sum + one.amount_minor - one.fee_minor, 0),
    }
  } catch {
    // The page says that the provider did not answer; the rest is shown all the same.
    return "unreachable"
  }
}

/** The order's transactions on the clearing account, transfers left out: they are of no payment. */
async function inFunds(container: MedusaContainer, orderId: string): Promise<Standing> {
  const transactions = await modules.ledger(container).transactionsOfOrder(orderId)
  const clearing = (kinds: string[]) =>
    transactions
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ postings }) => postings)
      .filter(({ account }) => account === "platform_clearing")
      .reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  const refunded = clearing(["refund", "correction"])
  const captured = clearing(["capture"])
  const disputes = clearing(["dispute", "dispute_closed", "provider_fee"])
  return {
    capturedFen: captured,
    refundedFen: 0 - refunded,
    netFen: captured + refunded + disputes,
  }
}

async function inAttribution(container: MedusaContainer, orderId: string) {
  const [effect, expectedGoodsFen] = await Promise.all([
    modules.ledger(container).effectOfOrder(orderId),
    modules.consignments(container).standingGoods(orderId),
  ])
  return { goodsFen: effect.goods_fen, expectedGoodsFen }
}

function sumOf(movements: { amountFen: number }[]): number {
  return movements.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
