import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { env } from "../env"
import { modules } from "../gather/modules"
import { bookPayment } from "../workflows/book-payment"
import { captureOrderPayments } from "../workflows/capture-order-payments"

const lookBackHours = 48
const pageSize = 500

type StoredPayment = {
  id: string
  captured_at: Date | null
  canceled_at: Date | null
  captures?: { id: string }[]
  refunds?: { id: string }[]
  payment_collection?: { order?: { id: string } | null } | null
}

/**
 * The sweeper: finds payments of the last two days that an event has missed (a crash between the
 * sale and its booking loses in-process events), captures what was left authorised and books what
 * the journal does not know. What is booked already costs one look-up a page.
 */
export default async function bookMissedPayments(container: MedusaContainer): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const since = new Date(Date.now() - lookBackHours * 3_600_000)
  for (let skip = 0; ; skip += pageSize) {
    const { data } = await query.graph({
      entity: "payment",
      fields: [
        "id",
        "captured_at",
        "canceled_at",
        "captures.id",
        "refunds.id",
        "payment_collection.order.id",
      ],
      filters: { updated_at: { $gte: since } },
      pagination: { take: pageSize, skip, order: { id: "ASC" } },
    })
    const payments = data as unknown as StoredPayment[]
    await bookMissed(container, payments)
    if (payments.length < pageSize) return
  }
}

async function bookMissed(container: MedusaContainer, payments: StoredPayment[]): Promise<void> {
  const ledger = modules.ledger(container)
  const ids = (kind: "captures" | "refunds") =>
    payments.flatMap((payment) => (payment[kind] ?? []).map(({ id }) => id))
  const booked = new Set([
    ...(await ledger.postedSourceIds("capture", ids("captures"))),
    ...(await ledger.postedSourceIds("refund", ids("refunds"))),
  ])
  for (const payment of payments) {
    const orderId = payment.payment_collection?.order?.id
    if (!orderId) continue
    if (!payment.captured_at && !payment.canceled_at) {
      await captureOrderPayments(container, orderId)
    }
    const movements = [...(payment.captures ?? []), ...(payment.refunds ?? [])]
    if (movements.some(({ id }) => !booked.has(id))) await bookPayment(container, payment.id)
  }
}

export const config = { name: "book-missed-payments", schedule: env.BOOKING_SWEEP_CRON }
