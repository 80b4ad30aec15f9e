import type { MedusaContainer, UpdatePaymentDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { toFen, toYuan } from "@shangxing/marketplace/lib/medusa-money"

import { bookPayment } from "../book-payment"
import { captureOrderPayments } from "../capture-order-payments"
import { readCartPayment } from "../../gather/cart-payment"
import { STRIPE_PROVIDER } from "../../gather/stripe-session"
import { missingTransactions, refundedFen, type StoredPayment } from "./gather-completion"

/**
 * Captures an order's payment after a crash. Medusa writes the capture's row before it asks the
 * provider; a process that died in between leaves a row that would forbid to capture ever after
 * (medusajs/medusa #16292). Where two captures met, the payment may be captured and have no row: then
 * it is captured anew, and the provider answers what it did. Only when nobody captures any more.
 */
export async function captureAfterCrash(
  container: MedusaContainer,
  orderId: string,
  { id, captured_at, captures }: StoredPayment,
): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  if (!captured_at && captures.length > 0) {
    await payments.deleteCaptures(captures.map((capture) => capture.id))
  }
  if (captured_at && captures.length === 0) {
    // Its type names no field but the id; the service takes a payment's own.
    await payments.updatePayment({ id, captured_at: null } as UpdatePaymentDTO)
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
  // Not `refundPaymentsWorkflow`: that, too, only logs when the provider refuses.
  await container.resolve(Modules.PAYMENT).refundPayment({
    payment_id: payment.id,
    amount: toYuan(left),
    note: "No order came of it",
  })
}

/**
 * Writes money that the provider holds for a cart into Medusa's payments. Done before an order is
 * begun, so that a buyer who has not paid yet costs no order number, and so that money which came
 * and finds no order is known and can be given back. The system provider is left to Medusa.
 *
 * @returns whether there is such money; `null` when it is not the provider's to say.
 */
export async function recordHeldPayment(
  container: MedusaContainer,
  cartId: string,
): Promise<boolean | null> {
  const { session } = await readCartPayment(container, cartId)
  if (!session || session.provider_id !== STRIPE_PROVIDER) return null
  if (session.hasPayment) return true
  try {
    await container.resolve(Modules.PAYMENT).authorizePaymentSession(session.id, {})
    return true
  } catch (thrown) {
    // Medusa has no code for "not yet"; the amount guard has, and breakages are of another type.
    const { type, code } = thrown as Partial<MedusaError>
    if (type === MedusaError.Types.NOT_ALLOWED && !code) return false
    throw thrown
  }
}

/** Parts a cart from a payment that went back, so that its buyer can pay anew. */
export async function detachSpentPayment(
  container: MedusaContainer,
  cart_id: string,
  payment_collection_id: string,
): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.LINK).dismiss({
    [Modules.CART]: { cart_id },
    [Modules.PAYMENT]: { payment_collection_id },
  })
}
