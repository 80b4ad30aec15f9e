import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { env } from "../env"
import { modules } from "../gather/modules"
import { intentOf } from "../gather/stripe-session"
import { bookPayment } from "../workflows/book-payment"
import { captureOrderPayments } from "../workflows/capture-order-payments"
import { chargeFeeKey } from "../workflows/funds-fees"
import { bookGoneRefunds } from "../workflows/refunds/book-gone-refunds"
import { refundCancelled } from "../workflows/refunds/refund-cancelled"

const lookBackHours = 48
const pageSize = 500

type StoredPayment = {
  id: string
  provider_id: string
  data: Record<string, unknown> | null
  captured_at: Date | null
  canceled_at: Date | null
  captures?: { id: string }[]
  refunds?: { id: string }[]
  payment_collection?: { order?: { id: string } | null } | null
}

/**
 * The sweeper: finds payments of the last two days that an event has missed (a crash between the
 * sale and its booking loses in-process events), captures what was left authorised and books what
 * the journal does not know, the provider's fee included, and gives back what was booked of refunds
 * that Medusa undid. What is booked already costs a few
 * look-ups a page. One payment's trouble does not stop the others; an order whose completion is
 * still running is left to it.
 */
export default async function bookMissedPayments(container: MedusaContainer): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const since = new Date(Date.now() - lookBackHours * 3_600_000)
  for (let skip = 0; ; skip += pageSize) {
    const { data } = await query.graph({
      entity: "payment",
      fields: [
        "id",
        "provider_id",
        "data",
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
    if (payments.length < pageSize) break
  }
  await bookGoneRefunds(container, since)
  await refundCancelled(container, since)
}

async function bookMissed(container: MedusaContainer, payments: StoredPayment[]): Promise<void> {
  const isBooked = await bookedOf(container, payments)
  const busy = await busyOrders(container, payments.flatMap(orderIdOf))
  for (const payment of payments) {
    const [orderId] = orderIdOf(payment)
    if (!orderId || busy.has(orderId)) continue
    await guarded(container, payment.id, async () => {
      if (!payment.captured_at && !payment.canceled_at) {
        await captureOrderPayments(container, orderId)
      }
      if (!isBooked(payment)) await bookPayment(container, payment.id)
    })
  }
}

function orderIdOf({ payment_collection }: StoredPayment): string[] {
  const id = payment_collection?.order?.id
  return id ? [id] : []
}

/** Whether a payment's captures, refunds and fee are all in the books. */
async function bookedOf(container: MedusaContainer, payments: StoredPayment[]) {
  const ledger = modules.ledger(container)
  const ids = (kind: "captures" | "refunds") =>
    payments.flatMap((payment) => (payment[kind] ?? []).map(({ id }) => id))
  const feeKeyOf = (payment: StoredPayment) => {
    const intentId = payment.captured_at ? intentOf(payment) : null
    return intentId ? [chargeFeeKey(intentId)] : []
  }
  const booked = new Set([
    ...(await ledger.postedSourceIds("capture", ids("captures"))),
    ...(await ledger.postedSourceIds("refund", ids("refunds"))),
    ...(await ledger.postedFundsKeys(payments.flatMap(feeKeyOf))),
  ])
  return (payment: StoredPayment) => {
    const movements = [...(payment.captures ?? []), ...(payment.refunds ?? [])]
    const names = [...movements.map(({ id }) => id), ...feeKeyOf(payment)]
    return names.every((name) => booked.has(name))
  }
}

/** Orders whose cart somebody holds right now: their completion books them itself. */
async function busyOrders(container: MedusaContainer, orderIds: string[]): Promise<Set<string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["order_id", "cart_id"],
    filters: { order_id: orderIds },
  })
  const links = data as { order_id: string; cart_id: string }[]
  const held = await modules.checkout(container).listCheckoutClaims({
    cart_id: links.map(({ cart_id }) => cart_id),
    state: "claimed",
    lease_until: { $gt: new Date() },
  })
  const carts = new Set(held.map(({ cart_id }) => cart_id))
  return new Set(links.filter(({ cart_id }) => carts.has(cart_id)).map(({ order_id }) => order_id))
}

async function guarded(container: MedusaContainer, paymentId: string, work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Payment ${paymentId} could not be booked: ${messageOf(error)}`)
  }
}

export const config = { name: "book-missed-payments", schedule: env.BOOKING_SWEEP_CRON }
