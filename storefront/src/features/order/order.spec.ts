import type { OrderConsignment } from "@shangxing/marketplace/types/http"
import { describe, expect, it } from "vitest"

import { productWith } from "~/features/cart/cart.fixture"

import { claimDays, orderView, type StoreOrder } from "./order"
import { orderState } from "./order-state"
import { parseOwnOrders, withOrder } from "./own-orders"
import { isWorthWaiting } from "./waiting"

function orderWith(productIds: string[]): StoreOrder {
  return {
    id: "order_1",
    display_id: 7,
    email: "min@example.cn",
    created_at: "2026-11-21T02:00:00Z",
    status: "pending",
    total: 155,
    item_total: 147,
    shipping_total: 8,
    discount_total: 0,
    shipping_address: null,
    items: productIds.map((product_id, index) => ({
      id: `line_${index}`,
      product_id,
      variant_id: `var_${index}`,
      product_title: product_id,
      product_handle: null,
      variant_title: "5 斤装",
      thumbnail: null,
      quantity: 1,
      unit_price: 49,
    })),
    shipping_methods: [{ id: "sm_1", name: "普通快递", amount: 8 }],
  }
}

function consignmentOf(lineId: string, sent: Partial<OrderConsignment> = {}): OrderConsignment {
  return {
    id: "cons_1",
    seller: { handle: "apples", name_zh: "苹果社", name_en: "Apple Cooperative" },
    status: "awaiting_shipment",
    carrier: null,
    tracking_number: null,
    shipped_at: null,
    delivered_at: null,
    delivery_due_at: null,
    claims_until: null,
    shipping_option_name: "普通快递",
    shipping_option_name_en: "Parcel",
    goods_fen: 4900,
    shipping_fen: 800,
    total_fen: 5700,
    refunded_fen: 0,
    lines: [
      {
        line_item_id: lineId,
        title: "苹果",
        variant_title: "5 斤装",
        unit_weight_g: 2500,
        thumbnail: null,
        quantity: 1,
        goods_fen: 4900,
        refunded_fen: 0,
        lots: [{ code: "YY1", trace_path: "/01/09521234000013/10/YY1" }],
      },
    ],
    ...sent,
  }
}

it("shows each consignment as a parcel in both languages, with the lots of its lines", () => {
  const products = [productWith({ id: "apples", variantId: "var_0", stock: 1 })]
  const view = orderView(orderWith(["apples"]), [consignmentOf("line_0")], products)
  expect(view.parcels?.[0]).toMatchObject({
    seller: { zh: "苹果社", en: "Apple Cooperative" },
    option: { zh: "普通快递", en: "Parcel" },
    sent: null,
    lines: [
      {
        title: { zh: "苹果", en: "apples in English" },
        variantTitle: { zh: "5 斤装", en: "2.5 kg" },
        handle: "apples",
        lots: [{ code: "YY1", path: "/01/09521234000013/10/YY1" }],
      },
    ],
    totalFen: 5700,
  })
  expect([view.goodsFen, view.freightFen, view.totalFen]).toEqual([4900, 800, 5700])
})

it("tells what was paid and what came back of it apart, also of a line", () => {
  // Medusa counts a refund off the order's total.
  const order = { ...orderWith(["apples"]), total: 45 }
  const [whole] = [consignmentOf("line_0")]
  const refunded = { ...whole, refunded_fen: 1200 }
  const lines = whole.lines.map((line) => ({ ...line, refunded_fen: 1000 }))
  const view = orderView(order, [{ ...refunded, lines }], [])
  expect([view.totalFen, view.refundedFen]).toEqual([5700, 1200])
  expect(view.parcels?.[0]).toMatchObject({ refundedFen: 1200, lines: [{ refundedFen: 1000 }] })
})

it("tells how a parcel travels, and keeps the names of goods that have left the shop", () => {
  const sent = { carrier: "顺丰", tracking_number: "SF1", shipped_at: "2026-11-22T02:00:00Z" }
  const view = orderView(orderWith(["gone"]), [consignmentOf("line_0", sent)], [])
  const [parcel] = view.parcels ?? []
  expect(parcel?.sent).toEqual({ carrier: "顺丰", number: "SF1", at: "2026-11-22T02:00:00Z" })
  expect(parcel?.lines[0]).toMatchObject({ title: { en: "苹果" }, handle: null })
})

it("still shows the order when its parcels cannot be reached", () => {
  expect(orderView(orderWith(["apples"]), null, []).parcels).toBeNull()
})

it.each([
  [{}, "pending"],
  [{ fulfillment_status: "partially_shipped" }, "partly"],
  [{ fulfillment_status: "shipped" }, "shipped"],
  [{ fulfillment_status: "shipped", payment_status: "refunded" }, "refunded"],
  [{ status: "canceled", fulfillment_status: "not_fulfilled" }, "cancelled"],
])("says of %j: %s", (statuses, state) => {
  expect(orderState(statuses)).toBe(state)
})

it("keeps the last ten orders of this browser, each once, newest first", () => {
  const order = (n: number) => ({ order_id: `order_${n}`, cart_id: `cart_${n}` })
  let orders = parseOwnOrders(undefined)
  for (let n = 1; n <= 12; n += 1) orders = withOrder(orders, order(n))
  orders = withOrder(orders, order(5))
  expect(orders).toHaveLength(10)
  expect(orders[0]).toEqual(order(5))
  expect(parseOwnOrders(JSON.stringify(orders))).toEqual(orders)
})

it.each(["", "{", "[1]", '[{"order_id":1}]'])("reads the cookie %j as no orders", (text) => {
  expect(parseOwnOrders(text)).toEqual([])
})

it("waits for the books only while the order is fresh", () => {
  const placed = "2026-11-21T02:00:00Z"
  const open = { is_posted: false }
  expect(isWorthWaiting(open, placed, new Date("2026-11-21T02:01:00Z"))).toBe(true)
  expect(isWorthWaiting(open, placed, new Date("2026-11-21T02:05:00Z"))).toBe(false)
  expect(isWorthWaiting({ is_posted: true }, placed, new Date(placed))).toBe(false)
  expect(isWorthWaiting(null, placed, new Date(placed))).toBe(false)
})

describe("claimDays", () => {
  it("counts from the day it came, or counts as that", () => {
    const dueAt = "2026-11-12T08:00:00.000Z"
    const due = { at: null, dueAt, claimsUntil: "2026-11-19T08:00:00.000Z" }
    expect(claimDays(due)).toBe(7)
    const came = { at: "2026-11-05T08:00:00.000Z", dueAt, claimsUntil: "2026-11-12T08:00:00.000Z" }
    expect(claimDays(came)).toBe(7)
    expect(claimDays({ at: null, dueAt: null, claimsUntil: null })).toBeNull()
  })
})
