import type { StoreCartPayment } from "@shangxing/marketplace/types/http"

import { forgetCart, readCartId } from "~/features/cart/cart.server"
import { orderOfCart, rememberOrder } from "~/features/order/own-orders.server"
import { attempt } from "~/lib/attempt"
import type { SessionContext } from "~/lib/session.server"

import { completeCart, fetchPayment } from "./payment.server"

/** Where a payment has got to, once everything that can be done about it was done. */
export type Settled =
  { state: "placed"; orderId: string } | { state: Unplaced; payment: StoreCartPayment }

type Unplaced = "none" | "waiting" | "declined" | "refunded"

/**
 * Looks at a cart's payment and makes the order as soon as there is money. May be asked any number
 * of times, by any page, after anything: what the address bar says of the outcome is not believed.
 * @throws ApiError when the backend fails
 */
export async function settlePayment(context: SessionContext, cartId: string): Promise<Settled> {
  const known = orderOfCart(context, cartId)
  if (known) return { state: "placed", orderId: known }
  const payment = await fetchPayment(context, cartId)
  if (payment.state !== "paid") return settledAs(payment)
  const outcome = await attempt(completeCart(context, cartId))
  if (outcome.ok && outcome.value) return { state: "placed", orderId: outcome.value }
  if (!outcome.ok && outcome.error.status >= 500) return { state: "waiting", payment }
  return settledAs(await fetchPayment(context, cartId))
}

function settledAs(payment: StoreCartPayment): Settled {
  switch (payment.state) {
    case "placed":
      return payment.order_id
        ? { state: "placed", orderId: payment.order_id }
        : { state: "waiting", payment }
    case "open":
    case "paid":
      return { state: "waiting", payment }
    default:
      return { state: payment.state, payment }
  }
}

/** The order that a basket has become that is gone from here, if it has. */
export async function placedOrder(
  context: SessionContext,
  cartId: string | undefined,
): Promise<string | null> {
  if (!cartId) return null
  const outcome = await attempt(completeCart(context, cartId))
  if (!outcome.ok || !outcome.value) return null
  keepOrder(context, cartId, outcome.value)
  return outcome.value
}

/** Keeps the order with this browser; a basket that was begun meanwhile stays. */
export function keepOrder(context: SessionContext, cartId: string, orderId: string): void {
  rememberOrder(context, { order_id: orderId, cart_id: cartId })
  const current = readCartId(context)
  if (!current || current === cartId) forgetCart(context)
}
