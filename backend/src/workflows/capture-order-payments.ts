import type { MedusaContainer } from "@medusajs/framework/types"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"

import { readRows } from "../gather/read-rows"

/** Captures every authorised payment of an order in full. Captured ones are left alone. */
export async function captureOrderPayments(
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  const orders = await readRows<OrderWithPayments>(container, {
    entity: "order",
    fields: [
      "payment_collections.payments.id",
      "payment_collections.payments.captured_at",
      "payment_collections.payments.canceled_at",
    ],
    filters: { id: orderId },
  })
  const payments = orders
    .flatMap(({ payment_collections }) => payment_collections ?? [])
    .flatMap((collection) => collection?.payments ?? [])
  for (const payment of payments) {
    if (payment.captured_at ?? payment.canceled_at) continue
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
  }
}

type Payment = { id: string; captured_at?: Date | null; canceled_at?: Date | null }
type OrderWithPayments = { payment_collections?: ({ payments?: Payment[] } | null)[] }
