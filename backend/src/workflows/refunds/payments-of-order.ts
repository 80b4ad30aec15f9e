import type { MedusaContainer } from "@medusajs/framework/types"

import { readRows } from "../../gather/read-rows"

export type RefundRow = { id: string; metadata?: Record<string, unknown> | null }
export type PaymentRow = { id: string; captures: { id: string }[]; refunds: RefundRow[] }

/** An order's payments with what was captured and refunded of each. */
export async function paymentsOfOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<PaymentRow[]> {
  const [order] = await readRows<StoredOrder>(container, {
    entity: "order",
    fields: [
      "payment_collections.payments.id",
      "payment_collections.payments.captures.id",
      "payment_collections.payments.refunds.*",
    ],
    filters: { id: orderId },
  })
  return (order?.payment_collections ?? [])
    .flatMap((one) => one?.payments ?? [])
    .map(({ id, captures, refunds }) => ({ id, captures: captures ?? [], refunds: refunds ?? [] }))
}

type StoredPayment = {
  id: string
  captures?: { id: string }[] | null
  refunds?: RefundRow[] | null
}
type StoredOrder = { payment_collections?: ({ payments?: StoredPayment[] | null } | null)[] | null }
