import type { MedusaContainer } from "@medusajs/framework/types"
import { claimWindowEnd } from "@shangxing/marketplace/domain/delivery"
import { holdReason, type HoldReason } from "@shangxing/marketplace/domain/payout-plan"
import {
  dependsOnGoods,
  type GoodsMoved,
  owedOfSale,
} from "@shangxing/marketplace/domain/seller-due"
import { saleTermsOf } from "@shangxing/marketplace/lib/sale-terms"
import type { ConsignmentRow } from "@shangxing/marketplace/modules/consignment/service"
import type { ConsignmentBalance } from "@shangxing/marketplace/modules/consignment/types"
import type { DueConsignment } from "@shangxing/marketplace/modules/payout/types"

import { deliveryDays } from "../../gather/delivery-days"
import { modules } from "../../gather/modules"
import { readRows } from "../../gather/read-rows"
import { intentOf } from "../../gather/stripe-session"

/** A consignment's money as its seller stands to it at the moment. */
export type SellerDue = DueConsignment & {
  display_id: number
  /** What is still open of it; below zero where the seller owes. */
  due_fen: number
  hold: HoldReason | null
  /** When its money is paid out, ISO 8601; null before it is shipped. */
  payable_at: string | null
}

/**
 * What a seller is owed, consignment by consignment, oldest first. Only what was paid through
 * Stripe: other money never lay with the platform's provider.
 */
export async function gatherDues(
  container: MedusaContainer,
  sellerId: string,
): Promise<SellerDue[]> {
  const consignments = await modules
    .consignments(container)
    .listConsignments({ seller_id: sellerId }, { order: { created_at: "ASC", id: "ASC" } })
  return await duesOf(container, consignments)
}

/** The same for one consignment; undefined where it was not paid through Stripe. */
export async function gatherDue(
  container: MedusaContainer,
  consignment: ConsignmentRow,
): Promise<SellerDue | undefined> {
  const [due] = await duesOf(container, [consignment])
  return due
}

async function duesOf(container: MedusaContainer, rows: ConsignmentRow[]): Promise<SellerDue[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const orderIds = [...new Set(rows.map(({ order_id }) => order_id))]
  const [balances, settled, disputed, intents] = await Promise.all([
    modules.consignments(container).balancesOf(ids),
    modules.payouts(container).settledOf(ids),
    modules.payouts(container).disputedOrders(orderIds),
    intentsOf(container, orderIds),
  ])
  const inPart = rows.filter((row) => {
    const { captured_fen, refunded_fen } = balances[row.id]!
    return dependsOnGoods(saleTermsOf(row), captured_fen, refunded_fen)
  })
  const goods = await modules.consignments(container).goodsOf(inPart.map(({ id }) => id))
  return rows.flatMap((row) => {
    const intent = intents.get(row.order_id)
    if (!intent) return []
    const taken = { ...balances[row.id]!, goods: goods[row.id] }
    const due = dueOf(row, taken, intent, disputed.has(row.order_id))
    return [{ ...due, due_fen: due.owed_fen - settled[row.id]!.settled_fen }]
  })
}

type TakenMoney = ConsignmentBalance & { goods?: GoodsMoved | undefined }

function dueOf(
  row: ConsignmentRow,
  { captured_fen, refunded_fen, goods }: TakenMoney,
  payment_intent_id: string,
  isDisputed: boolean,
): Omit<SellerDue, "due_fen"> {
  const facts = {
    status: row.status,
    shippedAt: row.shipped_at && new Date(row.shipped_at),
    deliveredAt: row.delivered_at && new Date(row.delivered_at),
    isDisputed,
  }
  const hold = holdReason(facts, new Date(), deliveryDays)
  return {
    consignment_id: row.id,
    order_id: row.order_id,
    display_id: row.display_id,
    payment_intent_id,
    captured_fen,
    owed_fen: owedOfSale(saleTermsOf(row), captured_fen, refunded_fen, goods),
    is_held: hold !== null,
    hold,
    payable_at: claimWindowEnd(facts, deliveryDays)?.toISOString() ?? null,
  }
}

/** Query's answers stay small enough for one statement each. */
const ORDERS_AT_A_TIME = 500

async function intentsOf(
  container: MedusaContainer,
  orderIds: string[],
): Promise<Map<string, string>> {
  const intents = new Map<string, string>()
  for (let i = 0; i < orderIds.length; i += ORDERS_AT_A_TIME) {
    const orders = await readRows<StoredOrder>(container, {
      entity: "order",
      fields: [
        "id",
        "payment_collections.payments.provider_id",
        "payment_collections.payments.data",
      ],
      filters: { id: orderIds.slice(i, i + ORDERS_AT_A_TIME) },
    })
    for (const { id, payment_collections } of orders) {
      const payments = (payment_collections ?? []).flatMap((one) => one?.payments ?? [])
      const [intent] = payments.flatMap((payment) => intentOf(payment) ?? [])
      if (intent) intents.set(id, intent)
    }
  }
  return intents
}

type StoredPayment = { provider_id: string; data?: Record<string, unknown> | null }
type StoredOrder = {
  id: string
  payment_collections?: ({ payments?: StoredPayment[] | null } | null)[] | null
}
