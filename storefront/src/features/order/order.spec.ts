import { expect, it } from "vitest"

import { orderView, type StoreOrder } from "./order"
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

const seller = (productId: string, sellerId: string) => ({
  productId,
  sellerId,
  seller: { zh: sellerId, en: sellerId },
})

it("groups an order's lines by seller; a product without one stands apart", () => {
  const sellers = [seller("apples", "sel_a"), seller("rings", "sel_a")]
  const view = orderView(orderWith(["apples", "walnuts", "rings"]), sellers, [])
  expect(view.parcels.map(({ seller: of, lines }) => [of?.zh, lines.length])).toEqual([
    ["sel_a", 2],
    [undefined, 1],
  ])
  expect([view.goodsFen, view.freight[0]?.amountFen, view.totalFen]).toEqual([14700, 800, 15500])
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
