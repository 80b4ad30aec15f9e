import type {
  CreatePaymentCollectionDTO,
  IPaymentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"

import type { OrderPlan } from "../generate/orders"
import { chunksOf } from "./collections"

export type PaymentIds = {
  collectionId: string
  sessionId: string
  paymentId: string
  captureId: string
  /** `null` for an order that kept its money. */
  refundId: string | null
}

const PROVIDER = "pp_system_default"
const CURRENCY = "cny"
const CHUNK = 400

/**
 * Medusa makes these methods for every model of a module, and its payment interface does not
 * mention them. They write rows as they are: the providers of two past months cannot be asked again.
 */
type PaymentRows = {
  createPaymentSessions(rows: object[]): Promise<unknown>
  createPayments(rows: object[]): Promise<unknown>
  createCaptures(rows: object[]): Promise<unknown>
  createRefunds(rows: object[]): Promise<unknown>
}

/** What was paid, captured and refunded, at the instants at which it happened. */
export async function writePayments(
  container: MedusaContainer,
  orders: readonly OrderPlan[],
): Promise<Map<OrderPlan, PaymentIds>> {
  const payments = container.resolve(Modules.PAYMENT) as IPaymentModuleService & PaymentRows
  const ids = new Map(orders.map((order) => [order, newIds(order)]))
  for (const chunk of chunksOf([...ids], CHUNK)) {
    await payments.createPaymentCollections(chunk.map(collectionRow))
    await payments.createPaymentSessions(chunk.map(sessionRow))
    await payments.createPayments(chunk.map(paymentRow))
    await payments.createCaptures(chunk.map(captureRow))
    const refunds = chunk.flatMap(refundRows)
    if (refunds.length > 0) await payments.createRefunds(refunds)
  }
  return ids
}

type Row = [OrderPlan, PaymentIds]

function newIds(order: OrderPlan): PaymentIds {
  return {
    collectionId: generateEntityId(undefined, "pay_col"),
    sessionId: generateEntityId(undefined, "payses"),
    paymentId: generateEntityId(undefined, "pay"),
    captureId: generateEntityId(undefined, "capt"),
    refundId: order.refund ? generateEntityId(undefined, "ref") : null,
  }
}

// The interface's input names neither id nor amounts so far, which a collection of the past has.
function collectionRow([order, { collectionId }]: Row): CreatePaymentCollectionDTO & {
  id: string
} {
  const row = {
    id: collectionId,
    currency_code: CURRENCY,
    amount: order.total_fen / 100,
    authorized_amount: order.total_fen / 100,
    captured_amount: order.total_fen / 100,
    refunded_amount: (order.refund?.amount_fen ?? 0) / 100,
    status: "completed",
    completed_at: order.captured_at,
    created_at: order.placed_at,
  }
  return row
}

function sessionRow([order, { sessionId, collectionId }]: Row) {
  return {
    id: sessionId,
    payment_collection_id: collectionId,
    provider_id: PROVIDER,
    currency_code: CURRENCY,
    amount: order.total_fen / 100,
    data: {},
    status: "captured",
    authorized_at: order.captured_at,
    created_at: order.placed_at,
  }
}

function paymentRow([order, { paymentId, collectionId, sessionId }]: Row) {
  return {
    id: paymentId,
    payment_collection_id: collectionId,
    payment_session_id: sessionId,
    provider_id: PROVIDER,
    currency_code: CURRENCY,
    amount: order.total_fen / 100,
    data: {},
    captured_at: order.captured_at,
    created_at: order.placed_at,
  }
}

function captureRow([order, { captureId, paymentId }]: Row) {
  return {
    id: captureId,
    payment_id: paymentId,
    amount: order.total_fen / 100,
    created_at: order.captured_at,
  }
}

function refundRows([{ refund }, { refundId, paymentId }]: Row) {
  if (refund === null || refundId === null) return []
  return [
    {
      id: refundId,
      payment_id: paymentId,
      amount: refund.amount_fen / 100,
      note: "坏果赔付（演示）",
      created_at: refund.refunded_at,
    },
  ]
}
