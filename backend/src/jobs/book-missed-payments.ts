import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { bookPayment } from "../workflows/book-payment"
import { captureOrderPayments } from "../workflows/capture-order-payments"

const lookBackHours = 48

/**
 * The sweeper: finds payments of the last two days that an event has missed (a crash between the
 * sale and its booking loses in-process events) and captures and books them. Idempotent keys make
 * it safe to go over those that are done.
 */
export default async function bookMissedPayments(container: MedusaContainer): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const since = new Date(Date.now() - lookBackHours * 3_600_000)
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["id", "payment_collections.payments.id"],
    filters: { updated_at: { $gte: since } },
  })
  for (const order of orders) {
    await captureOrderPayments(container, order.id)
    const collections = (order.payment_collections ?? []) as { payments?: { id: string }[] }[]
    for (const { id } of collections.flatMap(({ payments }) => payments ?? [])) {
      await bookPayment(container, id)
    }
  }
}

export const config = { name: "book-missed-payments", schedule: "*/5 * * * *" }
