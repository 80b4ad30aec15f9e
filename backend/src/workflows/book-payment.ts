import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { attributeCaptureWorkflow, attributeRefundWorkflow } from "@shangxing/attribution/workflows"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import { allocateCaptureWorkflow, allocateRefundWorkflow } from "@shangxing/marketplace/workflows"

import { linesToAttribute } from "./lines-to-attribute"

/**
 * Brings the payment allocations and the attribution book to what Medusa says of one payment:
 * every capture and every refund, in the order they happened, each once. Events and the sweeper
 * both end here, so a lost, repeated or late event changes nothing but the moment.
 *
 * A payment that belongs to no order yet (its checkout failed) is left alone.
 */
export async function bookPayment(container: MedusaContainer, paymentId: string): Promise<void> {
  const payment = await readPayment(container, paymentId)
  if (!payment) return
  for (const capture of payment.captures) await bookCapture(container, payment.orderId, capture)
  await bookRefunds(container, payment.orderId, payment.refunds)
}

/** `bookPayment` for every payment of an order. */
export async function bookOrderPayments(
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["payment_collections.payments.id"],
    filters: { id: orderId },
  })
  const [order] = data as unknown as OrderPayments[]
  const payments = (order?.payment_collections ?? []).flatMap((one) => one?.payments ?? [])
  for (const { id } of payments) await bookPayment(container, id)
}

type OrderPayments = { payment_collections?: ({ payments?: { id: string }[] | null } | null)[] }

type Movement = { id: string; amountFen: number; at: string }
type Payment = { orderId: string; captures: Movement[]; refunds: Movement[] }

async function bookCapture(container: MedusaContainer, order_id: string, capture: Movement) {
  const { result } = await allocateCaptureWorkflow(container).run({
    input: { order_id, capture_id: capture.id, amount_fen: capture.amountFen },
  })
  const lines = await linesToAttribute(container, order_id, result.lines)
  await attributeCaptureWorkflow(container).run({
    input: { capture_id: capture.id, order_id, captured_at: capture.at, lines },
  })
}

async function bookRefunds(container: MedusaContainer, order_id: string, refunds: Movement[]) {
  let cumulative = 0
  for (const refund of refunds) {
    cumulative += refund.amountFen
    const { result } = await allocateRefundWorkflow(container).run({
      input: { order_id, refund_id: refund.id, cumulative_refunded_fen: cumulative },
    })
    const lines = result.lines.map(({ line_item_id, goods_fen_total }) => ({
      line_item_id,
      refunded_goods_fen_total: goods_fen_total,
    }))
    await attributeRefundWorkflow(container).run({
      input: { refund_id: refund.id, order_id, refunded_at: refund.at, lines },
    })
  }
}

async function readPayment(container: MedusaContainer, id: string): Promise<Payment | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["captures.*", "refunds.*", "payment_collection.order.id"],
    filters: { id },
  })
  const payment = data[0] as unknown as StoredPayment | undefined
  const orderId = payment?.payment_collection?.order?.id
  if (!payment || !orderId) return undefined
  return {
    orderId,
    captures: (payment.captures ?? []).map(movementOf).sort(byTime),
    refunds: (payment.refunds ?? []).map(movementOf).sort(byTime),
  }
}

type StoredMovement = { id: string; raw_amount: { value: string }; created_at: Date | string }
type StoredPayment = {
  captures?: StoredMovement[]
  refunds?: StoredMovement[]
  payment_collection?: { order?: { id: string } | null } | null
}

function movementOf({ id, raw_amount, created_at }: StoredMovement): Movement {
  const at = new Date(created_at).toISOString()
  return { id, amountFen: toFen(MathBN.convert(raw_amount)), at }
}

function byTime(a: Movement, b: Movement): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.id < b.id ? -1 : 1
}
