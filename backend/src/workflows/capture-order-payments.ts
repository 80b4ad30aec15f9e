import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"

/** Captures every authorised payment of an order in full. Captured ones are left alone. */
export async function captureOrderPayments(
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "payment_collections.payments.id",
      "payment_collections.payments.captured_at",
      "payment_collections.payments.canceled_at",
    ],
    filters: { id: orderId },
  })
  const payments = data.flatMap((order) => order.payment_collections ?? []).flatMap(paymentsOf)
  for (const payment of payments) {
    if (payment.captured_at ?? payment.canceled_at) continue
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
  }
}

type Payment = {
  id: string
  captured_at?: Date | string | null
  canceled_at?: Date | string | null
}

function paymentsOf(collection: unknown): Payment[] {
  return ((collection as { payments?: Payment[] } | null)?.payments ?? []).filter(Boolean)
}
