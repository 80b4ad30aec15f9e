import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { dashboardRefundName } from "@shangxing/marketplace/domain/refund-name"

import { modules } from "../../gather/modules"
import { type OrderPayment, readOrderPayment } from "../../gather/order-money"
import { readRows } from "../../gather/read-rows"
import { bookPayment } from "../book-payment"
import { bookRefunds, writeDownRefund } from "../refunds/write-down-refund"
import { findPaymentOfIntent } from "./find-payment"

/**
 * A refund that the bank sent back: Medusa forgets it, the order is paid again, and a correcting
 * transaction says so in the books. The buyer still waits for the money, so the operator is told.
 * Followed again after a crash, it does what is missing.
 */
export async function followFailedRefund(
  container: MedusaContainer,
  intentId: string,
  refundId: string,
): Promise<void> {
  const payment = await paymentOf(container, intentId)
  const calls = modules.providerCalls(container)
  const call = await calls.callOfObject(refundId)
  if (!payment || !call) return
  const refund = await refundNamed(container, payment.id, call.reference)
  if (refund) {
    await reopenOrder(container, payment.orderId, refund)
    await container.resolve(Modules.PAYMENT).deleteRefunds([refund.id])
  }
  await calls.undoObject(refundId, "refund_failed")
  await bookPayment(container, payment.id)
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`Refund ${refundId} of order ${payment.orderId} failed at the bank: refund it anew.`)
}

/**
 * Refunds that somebody made in Stripe's dashboard: Medusa learns of them and the books follow,
 * without anything being sent. Our own are known by the key that they carry.
 */
export async function followChargeRefunded(
  container: MedusaContainer,
  intentId: string,
): Promise<void> {
  const payment = await paymentOf(container, intentId)
  if (!payment) return
  const calls = modules.providerCalls(container)
  const { refunds } = await modules.connect(container).movementsOf(intentId)
  const foreign = refunds.filter(
    ({ intent_key, status }) => !intent_key && status !== "failed" && status !== "canceled",
  )
  for (const { id, amount_minor } of foreign) {
    const reference = dashboardRefundName(id)
    if (await refundNamed(container, payment.id, reference)) continue
    // Written down as sent: Medusa's refund below finds it done, and moves nothing.
    await calls.adoptObject(
      {
        kind: "refund",
        subjectId: intentId,
        reference,
        request: { payment_intent: intentId, amount: amount_minor },
      },
      { id },
    )
    await writeDownRefund(container, {
      payment_id: payment.id,
      order_id: payment.orderId,
      amount_fen: amount_minor,
      intent_key: reference,
      consignment_id: null,
      note: `Stripe ${id}`,
    })
  }
  await bookRefunds(container, payment.id, payment.orderId)
}

async function paymentOf(
  container: MedusaContainer,
  intentId: string,
): Promise<OrderPayment | undefined> {
  const paymentId = await findPaymentOfIntent(container, intentId)
  return paymentId ? await readOrderPayment(container, paymentId) : undefined
}

type StoredRefund = {
  id: string
  raw_amount: BigNumberInput
  metadata?: Record<string, unknown> | null
}
type RefundRow = StoredRefund & { currency: string }

/** The refund that a call was made for: by Medusa's id, or by the name that its maker gave it. */
async function refundNamed(
  container: MedusaContainer,
  paymentId: string,
  reference: string,
): Promise<RefundRow | undefined> {
  const [payment] = await readRows<{ currency_code: string; refunds?: StoredRefund[] | null }>(
    container,
    { entity: "payment", fields: ["currency_code", "refunds.*"], filters: { id: paymentId } },
  )
  const refund = payment?.refunds?.find(
    ({ id, metadata }) => id === reference || metadata?.intent_key === reference,
  )
  return payment && refund ? { ...refund, currency: payment.currency_code } : undefined
}

const REFUND_FAILED = "refund_failed"

/** The order counts the money as paid again, once. */
async function reopenOrder(container: MedusaContainer, order_id: string, refund: RefundRow) {
  const orders = container.resolve(Modules.ORDER)
  const known = await orders.listOrderTransactions({
    order_id,
    reference: REFUND_FAILED,
    reference_id: refund.id,
  })
  if (known.length > 0) return
  await orders.addOrderTransactions([
    {
      order_id,
      amount: refund.raw_amount,
      currency_code: refund.currency,
      reference: REFUND_FAILED,
      reference_id: refund.id,
    },
  ])
}
