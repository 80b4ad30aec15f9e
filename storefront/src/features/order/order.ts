import type { ConsignmentStatus, OrderConsignment } from "@shangxing/marketplace/types/http"

import {
  type Bilingual,
  type StoreAddress,
  type StoreLineProduct,
  variantTitleOf,
} from "~/features/cart/cart"
import { type PayMethod, payMethods } from "~/features/checkout/pay-method"
import { fenOf } from "~/lib/format"

/** An order as its buyer sees it. Pure. Money in integer fen; Medusa's amounts are in yuan. */

export type StoreOrder = {
  id: string
  display_id: number
  email: string
  created_at: string
  status: string
  total: number
  item_total: number
  shipping_total: number
  discount_total: number
  payment_status?: string
  fulfillment_status?: string
  payment_collections?: { payments?: { data?: { method?: unknown } | null }[] | null }[]
  shipping_address: StoreAddress | null
  items: StoreOrderItem[]
  shipping_methods: { id: string; name: string; amount: number }[]
}

export type StoreOrderItem = {
  id: string
  product_id: string
  variant_id: string
  product_title: string
  product_handle: string | null
  variant_title: string
  thumbnail: string | null
  quantity: number
  unit_price: number
}

export type OrderLine = {
  id: string
  title: Bilingual
  variantTitle: Bilingual
  handle: string | null
  thumbnail: string | null
  quantity: number
  goodsFen: number
  /** What came back of that. */
  refundedFen: number
  /** The lots that the packs came from. */
  lots: { code: string; path: string }[]
}

/** One seller's consignment. */
export type OrderParcel = {
  id: string
  seller: Bilingual
  status: ConsignmentStatus
  /** Known once it is sent. */
  sent: { carrier: string; number: string; at: string | null } | null
  delivery: Delivery
  option: Bilingual
  lines: OrderLine[]
  goodsFen: number
  freightFen: number
  totalFen: number
  refundedFen: number
}

/** When a parcel came, or counts as that if nobody says so, and until when to claim. ISO 8601. */
export type Delivery = { at: string | null; dueAt: string | null; claimsUntil: string | null }

export type OrderView = {
  id: string
  displayId: number
  email: string
  createdAt: string
  /** `null` where the order does not say. */
  paidWith: PayMethod | null
  address: StoreAddress | null
  /** `null` when the parcels cannot be reached; the order itself is known. */
  parcels: OrderParcel[] | null
  pieces: number
  goodsFen: number
  discountFen: number
  freightFen: number
  /** What was paid, refunds left in: Medusa's own total falls with every refund. */
  totalFen: number
  refundedFen: number
}

/** The order with its parcels; titles in English and links come from the products still on sale. */
export function orderView(
  order: StoreOrder,
  consignments: readonly OrderConsignment[] | null,
  products: readonly StoreLineProduct[],
): OrderView {
  return {
    id: order.id,
    displayId: order.display_id,
    email: order.email,
    createdAt: order.created_at,
    paidWith: paidWith(order),
    address: order.shipping_address,
    parcels: consignments?.map((consignment) => orderParcel(consignment, order, products)) ?? null,
    pieces: order.items.reduce((sum, item) => sum + item.quantity, 0),
    goodsFen: order.items.reduce((sum, item) => sum + fenOf(item.unit_price) * item.quantity, 0),
    discountFen: fenOf(order.discount_total),
    freightFen: fenOf(order.shipping_total),
    totalFen: consignments
      ? sumOf(consignments.map(({ total_fen }) => total_fen))
      : fenOf(order.total),
    refundedFen: sumOf((consignments ?? []).map(({ refunded_fen }) => refunded_fen)),
  }
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, fen) => sum + fen, 0)
}

const dayMs = 86_400_000

/** How many days the buyer has to claim once the parcel came; null where nobody can say. */
export function claimDays({ at, dueAt, claimsUntil }: Delivery): number | null {
  const from = at ?? dueAt
  if (from === null || claimsUntil === null) return null
  return Math.round((Date.parse(claimsUntil) - Date.parse(from)) / dayMs)
}

function paidWith({ payment_collections = [] }: StoreOrder): PayMethod | null {
  const payments = payment_collections.flatMap(({ payments }) => payments ?? [])
  const said = payments.map(({ data }) => data?.method).filter((method) => method !== undefined)
  return payMethods.find((method) => said.includes(method)) ?? null
}

function orderParcel(
  consignment: OrderConsignment,
  order: StoreOrder,
  products: readonly StoreLineProduct[],
): OrderParcel {
  const { seller, carrier, tracking_number } = consignment
  return {
    id: consignment.id,
    seller: { zh: seller.name_zh, en: seller.name_en },
    status: consignment.status,
    sent:
      carrier && tracking_number
        ? { carrier, number: tracking_number, at: consignment.shipped_at }
        : null,
    delivery: {
      at: consignment.delivered_at,
      dueAt: consignment.delivery_due_at,
      claimsUntil: consignment.claims_until,
    },
    option: { zh: consignment.shipping_option_name, en: consignment.shipping_option_name_en },
    lines: consignment.lines.map((line) => orderLine(line, order, products)),
    goodsFen: consignment.goods_fen,
    freightFen: consignment.shipping_fen,
    totalFen: consignment.total_fen,
    refundedFen: consignment.refunded_fen,
  }
}

function orderLine(
  line: OrderConsignment["lines"][number],
  order: StoreOrder,
  products: readonly StoreLineProduct[],
): OrderLine {
  const item = order.items.find(({ id }) => id === line.line_item_id)
  const product = products.find(({ id }) => id === item?.product_id)
  return {
    id: line.line_item_id,
    title: { zh: line.title, en: product?.metadata?.title_en ?? line.title },
    variantTitle: variantTitleOf(line.variant_title, line.unit_weight_g, product),
    handle: product?.handle ?? null,
    thumbnail: line.thumbnail,
    quantity: line.quantity,
    goodsFen: line.goods_fen,
    refundedFen: line.refunded_fen,
    lots: line.lots.map(({ code, trace_path }) => ({ code, path: trace_path })),
  }
}
