import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { attributeCaptureWorkflow, attributeRefundWorkflow } from "@shangxing/attribution/workflows"
import { givenBackName, goneRefunds } from "@shangxing/marketplace/domain/given-back"
import type { AllocatedLine } from "@shangxing/marketplace/modules/consignment/types"
import { allocateCaptureWorkflow, allocateRefundWorkflow } from "@shangxing/marketplace/workflows"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { modules } from "../gather/modules"
import {
  type MoneyOf,
  type Movement,
  type OrderPayment,
  readOrderMoney,
  readOrderPayment,
} from "../gather/order-money"
import { bookFees, chargeFeeKey } from "./funds-fees"
import { postCapture, postFailedRefund, postRefund } from "./funds-sales"
import { linesToAttribute } from "./lines-to-attribute"

type OrderMoney = ReadonlyMap<string, MoneyOf>

/**
 * Brings the payment allocations, the funds book and the attribution book to what Medusa says of one
 * payment: every capture, every refund that failed and every other refund, each once. Events and the
 * sweeper both end here, so a lost, repeated or late event changes nothing but the moment. Attribution
 * comes last: what is there is in the funds book too.
 *
 * A payment that belongs to no order yet (its checkout failed) is left alone.
 */
export async function bookPayment(container: MedusaContainer, paymentId: string): Promise<void> {
  const payment = await readOrderPayment(container, paymentId)
  if (!payment) return
  const money = await readOrderMoney(container, payment.orderId)
  for (const capture of payment.captures) await bookCapture(container, payment, money, capture)
  // First: an order can't give more than was paid, and the same money may have been refunded anew since.
  await bookFailedRefunds(container, payment, money)
  for (const refund of payment.refunds) await bookRefund(container, payment.orderId, money, refund)
  if (payment.captures.length > 0) await bookChargeFee(container, payment)
}

/** `bookPayment` for every payment of an order. */
export async function bookOrderPayments(
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["payment_collections.payments.id"],
    filters: { id: orderId },
  })
  const [order] = data as unknown as OrderPayments[]
  const payments = (order?.payment_collections ?? []).flatMap((one) => one?.payments ?? [])
  for (const { id } of payments) await bookPayment(container, id)
}

type OrderPayments = { payment_collections?: ({ payments?: { id: string }[] | null } | null)[] }

async function bookCapture(
  container: MedusaContainer,
  { orderId }: OrderPayment,
  money: OrderMoney,
  capture: Movement,
) {
  const { result } = await allocateCaptureWorkflow(container).run({
    input: { order_id: orderId, capture_id: capture.id, amount_fen: capture.amountFen },
  })
  for (const share of result.consignments) {
    await postCapture(container, { cause: capture, share, money: money.get(share.consignment_id)! })
  }
  const lines = await linesToAttribute(container, orderId, result.lines)
  await attributeCaptureWorkflow(container).run({
    input: { capture_id: capture.id, order_id: orderId, captured_at: capture.at, lines },
  })
}

async function bookRefund(
  container: MedusaContainer,
  orderId: string,
  money: OrderMoney,
  refund: Movement,
) {
  const { result } = await allocateRefundWorkflow(container).run({
    input: {
      order_id: orderId,
      refund_id: refund.id,
      amount_fen: refund.amountFen,
      ...(refund.consignmentId && { consignment_ids: [refund.consignmentId] }),
      charges: refund.charges,
    },
  })
  for (const share of result.consignments) {
    await postRefund(container, { cause: refund, share, money: money.get(share.consignment_id)! })
  }
  await attributeRefund(container, orderId, refund, result.lines)
}

async function attributeRefund(
  container: MedusaContainer,
  order_id: string,
  { id, at }: { id: string; at: string },
  allocated: AllocatedLine[],
): Promise<void> {
  const lines = allocated.map((line) => ({
    line_item_id: line.line_item_id,
    // The journal's totals only grow: what failed refunds gave back counts as captured once more.
    refunded_goods_fen_total:
      line.goods_fen_total + line.given_back_fen_total - line.charged_back_fen_total,
  }))
  await attributeRefundWorkflow(container).run({
    input: { refund_id: id, order_id, refunded_at: at, lines },
  })
}

/** Takes what a lost dispute took back from the households: a chargeback, and no refund. */
export async function attributeChargeback(
  container: MedusaContainer,
  order_id: string,
  { id, at }: { id: string; at: string },
  allocated: AllocatedLine[],
): Promise<void> {
  const lines = allocated.map(({ line_item_id, charged_back_fen_total }) => ({
    line_item_id,
    refunded_goods_fen_total: charged_back_fen_total,
  }))
  await attributeRefundWorkflow(container).run({
    input: { refund_id: id, order_id, refunded_at: at, kind: "chargeback", lines },
  })
}

/**
 * Refunds that are in the books and no longer Medusa's: the provider could not carry them out. Medusa
 * is asked after the books: one that came meanwhile is in neither list, or in Medusa's.
 */
async function bookFailedRefunds(
  container: MedusaContainer,
  { id: paymentId, orderId }: OrderPayment,
  money: OrderMoney,
) {
  const service = modules.consignments(container)
  const sources = await service.refundSources(orderId)
  if (sources.length === 0) return
  const known = (await readOrderPayment(container, paymentId))?.orderRefundIds
  if (!known) return
  for (const id of goneRefunds(sources, known)) {
    const givenBack = await service.giveBack(orderId, id)
    if (givenBack) await bookGivenBack(container, orderId, money, id, givenBack)
  }
}

type GivenBack = NonNullable<
  Awaited<ReturnType<ReturnType<typeof modules.consignments>["giveBack"]>>
>

async function bookGivenBack(
  container: MedusaContainer,
  orderId: string,
  money: OrderMoney,
  refundId: string,
  givenBack: GivenBack,
) {
  const cause = { id: refundId, at: new Date().toISOString() }
  for (const share of givenBack.consignments) {
    await postFailedRefund(container, { cause, share, money: money.get(share.consignment_id)! })
  }
  const captured = await capturedLines(container, orderId)
  const totals = givenBack.lines.map(({ line_item_id, given_back_fen_total }) => ({
    line_item_id,
    goods_fen_total: (captured.get(line_item_id) ?? 0) + given_back_fen_total,
  }))
  const lines = await linesToAttribute(container, orderId, totals)
  await attributeCaptureWorkflow(container).run({
    input: { capture_id: givenBackName(refundId), order_id: orderId, captured_at: cause.at, lines },
  })
}

/** Net goods captured per line so far. */
async function capturedLines(
  container: MedusaContainer,
  orderId: string,
): Promise<Map<string, number>> {
  const lines = await modules.consignments(container).capturedLines(orderId)
  return new Map(lines.map((line) => [line.line_item_id, line.goods_fen_total]))
}

/** Without the provider's answer the sale is booked all the same; the sweeper asks again. */
async function bookChargeFee(container: MedusaContainer, payment: OrderPayment): Promise<void> {
  if (!payment.intentId) return
  const key = chargeFeeKey(payment.intentId)
  const [known] = await modules.ledger(container).postedFundsKeys([key])
  if (known) return
  try {
    await bookFees(container, payment)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The fee of payment ${payment.id} was left to the sweeper: ${messageOf(error)}`)
  }
}
