import { z } from "astro/zod"

/**
 * The orders that were placed from this browser. A guest has no account, so the id of the cart that
 * became the order is the proof that the order is the visitor's: the backend checks the pair.
 */

export type OwnOrder = { order_id: string; cart_id: string }

const kept = 10
const schema = z.array(z.object({ order_id: z.string(), cart_id: z.string() }))

/** Reads the cookie's text; anything that is not such a list is an empty one. */
export function parseOwnOrders(text: string | undefined): OwnOrder[] {
  try {
    return schema.parse(JSON.parse(text ?? "[]"))
  } catch {
    return []
  }
}

/** Newest first, each order once, the last ten. */
export function withOrder(orders: readonly OwnOrder[], order: OwnOrder): OwnOrder[] {
  const others = orders.filter(({ order_id }) => order_id !== order.order_id)
  return [order, ...others].slice(0, kept)
}
