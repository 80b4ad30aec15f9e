import { randomUUID } from "node:crypto"

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { freightCharge, namedByCharge } from "@shangxing/marketplace/domain/allocate-charges"
import { refundName } from "@shangxing/marketplace/domain/refund-name"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { toYuan } from "@shangxing/marketplace/lib/medusa-money"
import type { NamedCharge } from "@shangxing/marketplace/modules/consignment/types"
import type { RefundedLine } from "@shangxing/marketplace/types/payouts"

import { modules } from "../../gather/modules"
import { readOrderPayment } from "../../gather/order-money"
import { bookPayment } from "../book-payment"
import { reverseExcess } from "../payouts/reverse-excess"
import { assertChargesOpen, assertRefundable, notCaptured } from "./assert-refundable"
import { paymentsOfOrder } from "./payments-of-order"

export type RefundConsignment = {
  consignment_id: string
  /** Whose consignment it must be; left out by the operator, who may refund anyone's. */
  seller_id?: string
  amount_fen: number
  /** What of the amount belongs to which line, and to freight; the rest is spread over what is left. */
  lines?: RefundedLine[] | undefined
  shipping_fen?: number | undefined
  reason: string
  /** Names the refund for good: the same name is refunded once, however often it is asked. */
  request_id?: string | undefined
  created_by: string
}

/**
 * Refunds a part of one consignment, charged to its seller alone, and to the goods that it names. The
 * refund's own row names the consignment and the charges, in the same insert, so there is no moment
 * at which a crash could lose whose it is, and whoever books it reads the same.
 * What the seller was paid already comes back from its transfers.
 *
 * @returns the refund's id.
 * @throws MedusaError NOT_FOUND `consignment_not_found`; NOT_ALLOWED with the code of `refundRefusal`,
 * `partsRefusal` or of the provider.
 */
export async function refundConsignment(
  container: MedusaContainer,
  input: RefundConsignment,
): Promise<string> {
  const { order_id } = await ownConsignment(container, input)
  // Two refunds at a time would both find the whole share open.
  return await container.resolve(Modules.LOCKING).execute(
    `refund:${order_id}`,
    async () => {
      const refundId = await refundOnce(container, order_id, input)
      await reverseExcess(container, input.consignment_id)
      return refundId
    },
    { timeout: 30 },
  )
}

/** @throws MedusaError NOT_FOUND `consignment_not_found` also for another seller's. */
export async function ownConsignment(
  container: MedusaContainer,
  { consignment_id, seller_id }: { consignment_id: string; seller_id?: string },
) {
  const [consignment] = await modules
    .consignments(container)
    .listConsignments({ id: consignment_id, ...(seller_id && { seller_id }) })
  if (consignment) return consignment
  throw refuse("not_found", "consignment_not_found", {
    zh: "没有找到该子订单。",
    en: "There is no such consignment.",
  })
}

async function refundOnce(
  container: MedusaContainer,
  orderId: string,
  input: RefundConsignment,
): Promise<string> {
  const { consignment_id, request_id, amount_fen } = input
  const intent_key = refundName(consignment_id, request_id ?? randomUUID())
  const payments = await paymentsOfOrder(container, orderId)
  const known = payments
    .flatMap(({ refunds }) => refunds)
    .find(({ metadata }) => metadata?.intent_key === intent_key)
  const payment = payments.find(({ captures }) => captures.length > 0)
  if (payment && !known) {
    // What is refunded and not allocated yet counts against the share too.
    await bookPayment(container, payment.id)
    await assertRefundable(container, orderId, consignment_id, amount_fen)
    const charges = namedBy(input)
    await assertChargesOpen(container, consignment_id, amount_fen, charges)
    await refundPaymentWorkflow(container).run({
      input: {
        payment_id: payment.id,
        amount: toYuan(amount_fen),
        created_by: input.created_by,
        note: input.reason,
        // Medusa hands it on to the refund's row; its type leaves it out.
        ...{ metadata: { consignment_id, intent_key, ...(charges.length > 0 && { charges }) } },
      },
    })
  }
  if (!payment) throw notCaptured()
  await bookPayment(container, payment.id)
  return known?.id ?? (await refundNamed(container, payment.id, intent_key))
}

async function refundNamed(container: MedusaContainer, paymentId: string, intentKey: string) {
  const payment = await readOrderPayment(container, paymentId)
  const refunds = await paymentsOfOrder(container, payment!.orderId)
  return refunds
    .flatMap((one) => one.refunds)
    .find(({ metadata }) => metadata?.intent_key === intentKey)!.id
}

/** What the refund names, each charge once: its lines by their own id, and the freight. */
function namedBy({ consignment_id, lines, shipping_fen }: RefundConsignment): NamedCharge[] {
  const parts = (lines ?? []).map((line) => ({ id: line.line_item_id, amountFen: line.amount_fen }))
  const freight = { id: freightCharge(consignment_id), amountFen: shipping_fen ?? 0 }
  const named = namedByCharge(shipping_fen ? [...parts, freight] : parts)
  return [...named].map(([id, amount_fen]) => ({ id, amount_fen }))
}
