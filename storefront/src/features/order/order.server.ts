import type { OrderEffectResponse } from "@shangxing/attribution/types/http"
import type { ProductProvenanceResponse } from "@shangxing/provenance/types/http"

import { fetchLineProducts } from "~/features/cart/cart.server"
import { type Api, ApiError } from "~/lib/api"
import { apiFor, type SessionContext } from "~/lib/session.server"

import { orderView, type OrderView, type ProductSeller, type StoreOrder } from "./order"
import { proofOf, readOwnOrders } from "./own-orders.server"

const orderFields = "+payment_status,+fulfillment_status"

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

/** The order grouped by seller, or `null` when it is not this visitor's. @throws ApiError */
export async function fetchOrderView(
  context: SessionContext,
  id: string,
): Promise<OrderView | null> {
  const order = await fetchStoreOrder(context, id)
  if (!order) return null
  const api = apiFor(context)
  const productIds = [...new Set(order.items.map((item) => item.product_id))]
  const [products, sellers] = await Promise.all([
    fetchLineProducts(api, productIds),
    fetchSellers(api, productIds),
  ])
  return orderView(order, sellers, products)
}

export type OrderEffect = OrderEffectResponse["effect"]

/** What the order did; `null` when the books cannot be reached. */
export async function fetchEffect(
  context: SessionContext,
  id: string,
): Promise<OrderEffect | null> {
  try {
    const { effect } = await apiFor(context, "customer").fetch<OrderEffectResponse>(
      `/store/orders/${encodeURIComponent(id)}/effect`,
      { headers: proofOf(context, id) },
    )
    return effect
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

/** Who sells each product. One that has left the shop since is left out: its line has no seller. */
async function fetchSellers(api: Api, productIds: readonly string[]): Promise<ProductSeller[]> {
  const answers = await Promise.all(productIds.map((id) => fetchSeller(api, id)))
  return answers.filter((seller) => seller !== null)
}

async function fetchSeller(api: Api, productId: string): Promise<ProductSeller | null> {
  try {
    const { provenance } = await api.fetch<ProductProvenanceResponse>(
      `/store/products/${productId}/provenance`,
    )
    return { productId, sellerId: provenance.seller.id, seller: provenance.seller.name }
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return null
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
