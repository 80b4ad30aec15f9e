import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { toYuan } from "@shangxing/marketplace/lib/medusa-money"

import { modules } from "../../gather/modules"
import { bookPayment } from "../book-payment"
import { reverseExcess } from "../payouts/reverse-excess"

export type RefundAtBank = {
  payment_id: string
  /** Null for a payment of which no order came. */
  order_id: string | null
  amount_fen: number
  /** The name of a call to the provider that is settled: Medusa's refund finds it, and moves nothing. */
  intent_key: string
  /** Whose refund it was; null for the whole order's. */
  consignment_id: string | null
  note: string
}

/**
 * Writes down in Medusa what the bank has given back, counts it on the order and books it.
 * @throws MedusaError when the bank has taken it back since: then nothing stays written.
 */
export async function writeDownRefund(
  container: MedusaContainer,
  { payment_id, order_id, amount_fen, intent_key, consignment_id, note }: RefundAtBank,
): Promise<void> {
  const metadata = { intent_key, ...(consignment_id && { consignment_id }) }
  // Medusa hands metadata on to the refund's row; its type leaves it out.
  const input = { payment_id, amount: toYuan(amount_fen), note, ...{ metadata } }
  if (!order_id) {
    await container.resolve(Modules.PAYMENT).refundPayment(input)
    return
  }
  await refundPaymentWorkflow(container).run({ input })
  await bookRefunds(container, payment_id, order_id)
}

/** Books an order's payment, and takes back from its sellers what they have got too much. */
export async function bookRefunds(container: MedusaContainer, paymentId: string, orderId: string) {
  await bookPayment(container, paymentId)
  for (const { id } of await modules.consignments(container).listOfOrder(orderId)) {
    await reverseExcess(container, id)
  }
}
