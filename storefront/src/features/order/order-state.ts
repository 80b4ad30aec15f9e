/** Where an order stands, from Medusa's own statuses: which word the page says. */

export type OrderState = "pending" | "partly" | "shipped" | "delivered" | "cancelled" | "refunded"

type Statuses = { status?: string; fulfillment_status?: string; payment_status?: string }

/** Cancelled and refunded come first: what happened to the parcel no longer matters then. */
export function orderState(order: Statuses): OrderState {
  if (order.status === "canceled") return "cancelled"
  if (order.payment_status === "refunded") return "refunded"
  const shipping = order.fulfillment_status ?? ""
  if (shipping === "delivered") return "delivered"
  if (shipping === "shipped") return "shipped"
  if (shipping.startsWith("partially_shipped") || shipping === "partially_delivered")
    return "partly"
  return "pending"
}
