import { clearCookie, type SessionContext, writeCookie } from "~/lib/session.server"

import { type OwnOrder, parseOwnOrders, withOrder } from "./own-orders"

const ordersCookie = "orders"
const orderDays = 180

export function readOwnOrders(context: SessionContext): OwnOrder[] {
  return parseOwnOrders(context.cookies.get(ordersCookie)?.value)
}

export function rememberOrder(context: SessionContext, order: OwnOrder): void {
  const orders = withOrder(readOwnOrders(context), order)
  writeCookie(context, ordersCookie, JSON.stringify(orders), orderDays)
}

export function forgetOrders(context: SessionContext): void {
  clearCookie(context, ordersCookie)
}

/** The order that this browser made of a cart: the answer to a form that is sent twice. */
export function orderOfCart(context: SessionContext, cartId: string): string | undefined {
  return readOwnOrders(context).find(({ cart_id }) => cart_id === cartId)?.order_id
}

/**
 * The header that proves to the backend that the order is the visitor's: it was placed from this
 * browser, or the page's address holds its signed key.
 */
export function proofOf(context: SessionContext, orderId: string): Record<string, string> {
  const own = readOwnOrders(context).find(({ order_id }) => order_id === orderId)
  if (own) return { "x-cart-id": own.cart_id }
  const key = context.url.searchParams.get("key")
  return key ? { "x-order-key": key } : {}
}
