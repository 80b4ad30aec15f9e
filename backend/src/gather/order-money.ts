import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { SaleTerms } from "@shangxing/marketplace/domain/payout-share"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import { saleTermsOf } from "@shangxing/marketplace/lib/sale-terms"
import type { NamedCharge } from "@shangxing/marketplace/modules/consignment/types"

import { modules } from "./modules"
import { readRows } from "./read-rows"
import { intentOf } from "./stripe-session"

/** A capture or refund as Medusa has it. */
export type Movement = {
  id: string
  amountFen: number
  /** ISO 8601. */
  at: string
  /** The consignment that a refund was made for; null for all of the order's. */
  consignmentId: string | null
  /** What of a refund belongs to which charge, as it was written down with it. */
  charges: NamedCharge[]
}

export type OrderPayment = {
  id: string
  orderId: string
  /** The payment at Stripe; null for another provider's. */
  intentId: string | null
  captures: Movement[]
  refunds: Movement[]
  /** Of all payments of the order: a refund that stands in the books and not here has failed. */
  orderRefundIds: string[]
}

/** A payment with its order; undefined for one that belongs to no order (its checkout failed). */
export async function readOrderPayment(
  container: MedusaContainer,
  id: string,
): Promise<OrderPayment | undefined> {
  const [payment] = await readRows<StoredPayment>(container, {
    entity: "payment",
    fields: [
      "id",
      "provider_id",
      "data",
      "captures.*",
      "refunds.*",
      "payment_collection.order.id",
      "payment_collection.order.payment_collections.payments.refunds.id",
    ],
    filters: { id },
  })
  const order = payment?.payment_collection?.order
  return payment && order ? paymentOf(payment, order) : undefined
}

function paymentOf(payment: StoredPayment, order: StoredOrder): OrderPayment {
  const others = (order.payment_collections ?? []).flatMap((one) => one?.payments ?? [])
  return {
    id: payment.id,
    orderId: order.id,
    intentId: intentOf(payment),
    captures: (payment.captures ?? []).map(movementOf).sort(byTime),
    refunds: (payment.refunds ?? []).map(movementOf).sort(byTime),
    orderRefundIds: others.flatMap((one) => (one.refunds ?? []).map(({ id }) => id)),
  }
}

type StoredMovement = {
  id: string
  raw_amount: BigNumberInput
  created_at: Date | string
  metadata?: Record<string, unknown> | null
}
type StoredOrder = {
  id: string
  payment_collections?: ({ payments?: { refunds?: { id: string }[] | null }[] | null } | null)[]
}
type StoredPayment = {
  id: string
  provider_id: string
  data?: Record<string, unknown> | null
  captures?: StoredMovement[]
  refunds?: StoredMovement[]
  payment_collection?: { order?: StoredOrder | null } | null
}

function movementOf({ id, raw_amount, created_at, metadata }: StoredMovement): Movement {
  const consignmentId = metadata?.consignment_id
  return {
    id,
    amountFen: toFen(MathBN.convert(raw_amount)),
    at: new Date(created_at).toISOString(),
    consignmentId: typeof consignmentId === "string" ? consignmentId : null,
    charges: Array.isArray(metadata?.charges) ? metadata.charges.filter(isNamedCharge) : [],
  }
}

/** Metadata is anybody's: what is no charge is not named, and spread. */
function isNamedCharge(value: unknown): value is NamedCharge {
  const { id, amount_fen } = (value ?? {}) as Partial<Record<keyof NamedCharge, unknown>>
  return typeof id === "string" && Number.isSafeInteger(amount_fen) && Number(amount_fen) > 0
}

function byTime(a: Movement, b: Movement): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Who a consignment's money belongs to, and on what terms it was sold. */
export type MoneyOf = {
  consignmentId: string
  orderId: string
  sellerId: string
  countyCode: string
  terms: SaleTerms
}

/** Of the order's consignments, by id, lowest id first. */
export async function readOrderMoney(
  container: MedusaContainer,
  orderId: string,
): Promise<Map<string, MoneyOf>> {
  const rows = await modules.consignments(container).listOfOrder(orderId)
  const sellers = await modules
    .sellers(container)
    .listSellers({ id: rows.map(({ seller_id }) => seller_id) })
  const countyOf = new Map(sellers.map(({ id, county_code }) => [id, county_code]))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        consignmentId: row.id,
        orderId,
        sellerId: row.seller_id,
        countyCode: countyOf.get(row.seller_id)!,
        terms: saleTermsOf(row),
      },
    ]),
  )
}
