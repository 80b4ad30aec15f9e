import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refundPaymentsWorkflow } from "@medusajs/medusa/core-flows"
import { toFen, toYuan } from "@shangxing/marketplace/lib/medusa-money"

import { bookPayment } from "../book-payment"
import { captureOrderPayments } from "../capture-order-payments"
import { missingTransactions, refundedFen, type StoredPayment } from "./gather-completion"

/**
 * Captures an order's payment after a crash. Medusa writes the capture's row before it asks the
 * provider; a process that died in between leaves a row that would forbid to capture ever after
 * (medusajs/medusa #16292). Only for claims whose lease has run out: nobody else captures then.
 */
export async function captureAfterCrash(
  container: MedusaContainer,
  orderId: string,
  { captured_at, captures }: StoredPayment,
): Promise<void> {
  if (!captured_at && captures.length > 0) {
    await container.resolve(Modules.PAYMENT).deleteCaptures(captures.map(({ id }) => id))
  }
  await captureOrderPayments(container, orderId)
}

/** Counts every capture as paid on its order, allocates it and posts it; repeated, nothing. */
export async function bookAfterCrash(
  container: MedusaContainer,
  orderId: string,
  { id, currency_code, captures }: StoredPayment,
): Promise<void> {
  const missing = await missingTransactions(container, orderId, captures)
  if (missing.length > 0) {
    await container.resolve(Modules.ORDER).addOrderTransactions(
      missing.map((capture) => ({
        order_id: orderId,
        amount: capture.raw_amount,
        currency_code,
        reference: "capture",
        reference_id: capture.id,
      })),
    )
  }
  await bookPayment(container, id)
}

/** Gives back what is held: cancels an authorisation, refunds what was captured. */
export async function releasePayment(
  container: MedusaContainer,
  payment: StoredPayment,
): Promise<void> {
  if (!payment.captured_at) {
    // Not `cancelPaymentStep`: that only logs when the provider refuses, and all would seem well.
    await container.resolve(Modules.PAYMENT).cancelPayment(payment.id)
    return
  }
  const left = toFen(payment.raw_amount) - refundedFen(payment.refunds)
  await refundPaymentsWorkflow(container).run({
    input: [{ payment_id: payment.id, amount: toYuan(left), note: "No order came of it" }],
  })
}
