import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { MedusaError, Modules, PaymentSessionStatus } from "@medusajs/framework/utils"

import { sqlOn } from "../../../gather/sql"

/**
 * Authorises the session as Medusa's `authorizePaymentSessionStep` does, with its refusals.
 *
 * @returns nothing when the provider answers later (`pending_authorization`).
 * @throws MedusaError PAYMENT_REQUIRES_MORE_ERROR or PAYMENT_AUTHORIZATION_ERROR.
 */
export async function authorize(container: MedusaContainer, sessionId: string) {
  const payments = container.resolve(Modules.PAYMENT)
  try {
    return await payments.authorizePaymentSession(sessionId, {})
  } catch (error) {
    const { status } = await payments.retrievePaymentSession(sessionId)
    if (String(status) === String(PaymentSessionStatus.REQUIRES_MORE)) {
      throw new MedusaError(
        MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
        "More information is required for payment",
      )
    }
    if (MedusaError.isMedusaError(error)) throw error
    throw new MedusaError(
      MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
      "Payment authorization failed",
    )
  }
}

/** What a provider has captured while it authorised counts as paid on the order. */
export async function countCaptures(
  container: MedusaContainer,
  orderId: string,
  { id, currency_code }: Pick<PaymentDTO, "id" | "currency_code">,
): Promise<void> {
  const captures = await sqlOn(container)<{ id: string; raw_amount: { value: string } }>(
    "select id, raw_amount from capture where payment_id = ? and deleted_at is null",
    [id],
  )
  if (captures.length === 0) return
  await container.resolve(Modules.ORDER).addOrderTransactions(
    captures.map((capture) => ({
      order_id: orderId,
      amount: capture.raw_amount,
      currency_code,
      reference: "capture",
      reference_id: capture.id,
    })),
  )
}
