import { randomUUID } from "node:crypto"

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { refundRefusal, type RefundRefusal } from "@shangxing/marketplace/domain/refund-refusal"
import { type Localized, refuse } from "@shangxing/marketplace/lib/localize"
import { toYuan } from "@shangxing/marketplace/lib/medusa-money"

import { modules } from "../../gather/modules"
import { readOrderPayment } from "../../gather/order-money"
import { bookPayment } from "../book-payment"
import { reverseExcess } from "../payouts/reverse-excess"
import { paymentsOfOrder } from "./payments-of-order"

export type RefundConsignment = {
  consignment_id: string
  /** Whose consignment it must be; left out by the operator, who may refund anyone's. */
  seller_id?: string
  amount_fen: number
  reason: string
  /** Names the refund for good: the same name is refunded once, however often it is asked. */
  request_id?: string
  created_by: string
}

const MESSAGE: Record<RefundRefusal, Localized> = {
  refund_amount_invalid: {
    zh: "退款金额必须是大于零的整数（分）。",
    en: "The amount must be a whole number of fen above zero.",
  },
  refund_not_captured: {
    zh: "买家还没有付款，没有可退的钱。",
    en: "The buyer has not paid yet, so there is nothing to refund.",
  },
  refund_over_share: {
    zh: "退款金额超过了该子订单还可退的金额。",
    en: "The amount is more than is left to refund of this consignment.",
  },
  refund_disputed: {
    zh: "买家已通过银行发起争议，款项被冻结，不能再退款。请等争议结束。",
    en: "The buyer's bank disputes this payment and holds the money. Wait until that is decided.",
  },
}

/**
 * Refunds a part of one consignment, charged to its seller alone. The refund's own row names the
 * consignment, in the same insert, so there is no moment at which a crash could lose whose it is.
 * What the seller was paid already comes back from its transfers.
 *
 * @returns the refund's id.
 * @throws MedusaError NOT_FOUND `consignment_not_found`; NOT_ALLOWED with the code of `refundRefusal`
 * or of the provider.
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
  { consignment_id, request_id, ...input }: RefundConsignment,
): Promise<string> {
  const intent_key = `refund:${consignment_id}:${request_id ?? randomUUID()}`
  const payments = await paymentsOfOrder(container, orderId)
  const known = payments
    .flatMap(({ refunds }) => refunds)
    .find(({ metadata }) => metadata?.intent_key === intent_key)
  const payment = payments.find(({ captures }) => captures.length > 0)
  if (payment && !known) {
    // What is refunded and not allocated yet counts against the share too.
    await bookPayment(container, payment.id)
    await assertRefundable(container, orderId, consignment_id, input.amount_fen)
    await refundPaymentWorkflow(container).run({
      input: {
        payment_id: payment.id,
        amount: toYuan(input.amount_fen),
        created_by: input.created_by,
        note: input.reason,
        // Medusa hands it on to the refund's row; its type leaves it out.
        ...{ metadata: { consignment_id, intent_key } },
      },
    })
  }
  if (!payment) throw refuse("not_allowed", "refund_not_captured", MESSAGE.refund_not_captured)
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

/** @throws MedusaError NOT_ALLOWED with the code of `refundRefusal`. */
export async function assertRefundable(
  container: MedusaContainer,
  orderId: string,
  consignmentId: string,
  amountFen: number,
): Promise<void> {
  const balances = await modules.consignments(container).balancesOf([consignmentId])
  const { captured_fen, refunded_fen } = balances[consignmentId]!
  const disputed = await modules.payouts(container).disputedOrders([orderId])
  const refusal = refundRefusal({
    amountFen,
    capturedFen: captured_fen,
    refundedFen: refunded_fen,
    isDisputed: disputed.has(orderId),
  })
  if (refusal) throw refuse("not_allowed", refusal, MESSAGE[refusal])
}
