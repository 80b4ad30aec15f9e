import type { OrderEffectResponse } from "@shangxing/attribution/types/http"
import type { OrderConsignment, OrderConsignmentsResponse } from "@shangxing/marketplace/types/http"

import { fetchLineProducts } from "~/features/cart/cart.server"
import { ApiError } from "~/lib/api"
import { apiFor, type SessionContext } from "~/lib/session.server"

import { orderView, type OrderView, type StoreOrder } from "./order"
import { proofOf, readOwnOrders } from "./own-orders.server"

const orderFields = "+payment_status,+fulfillment_status,*payment_collections.payments"

/** The order as its buyer may see it; `null` when it is not this visitor's. @throws ApiError */
export async function fetchStoreOrder(
  context: SessionContext,
  id: string,
): Promise<StoreOrder | null> {
  try {
    const { order } = await apiFor(context, "customer").fetch<{ order: StoreOrder }>(
      `/store/orders/${encodeURIComponent(id)}`,
      { query: { fields: orderFields }, headers: proofOf(context, id) },
    )
    return order
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return null
    throw error
  }
}

/** The order with its parcels, or `null` when it is not this visitor's. @throws ApiError */
export async function fetchOrderView(
  context: SessionContext,
  id: string,
): Promise<OrderView | null> {
  const order = await fetchStoreOrder(context, id)
  if (!order) return null
  const [products, consignments] = await Promise.all([
    fetchLineProducts(
      apiFor(context),
      order.items.map((item) => item.product_id),
    ),
    fetchConsignments(context, id),
  ])
  return orderView(order, consignments, products)
}

/** The order's parcels; `null` when they cannot be reached. */
async function fetchConsignments(
  context: SessionContext,
  id: string,
): Promise<OrderConsignment[] | null> {
  const answer = await fetchOfOrder<OrderConsignmentsResponse>(context, id, "consignments")
  return answer?.consignments ?? null
}

export type OrderEffect = OrderEffectResponse["effect"]

/** What the order did; `null` when the books cannot be reached. */
export async function fetchEffect(
  context: SessionContext,
  id: string,
): Promise<OrderEffect | null> {
  const answer = await fetchOfOrder<OrderEffectResponse>(context, id, "effect")
  return answer?.effect ?? null
}

/** A part of the order's page that the page can do without for a moment: `null` on a refusal. */
async function fetchOfOrder<T>(
  context: SessionContext,
  id: string,
  part: "consignments" | "effect",
): Promise<T | null> {
  try {
    return await apiFor(context, "customer").fetch<T>(
      `/store/orders/${encodeURIComponent(id)}/${part}`,
      { headers: proofOf(context, id) },
    )
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

/** The orders placed from this browser, newest first; those that cannot be shown are left out. */
export async function fetchOwnOrders(context: SessionContext): Promise<StoreOrder[]> {
  const orders = await Promise.all(
    readOwnOrders(context).map(({ order_id }) => fetchStoreOrder(context, order_id)),
  )
  return orders.filter((order) => order !== null)
}
