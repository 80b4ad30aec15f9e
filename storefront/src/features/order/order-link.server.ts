import { STOREFRONT_URL } from "astro:env/server"

import { attempt } from "~/lib/attempt"
import { localized } from "~/lib/locale"
import { apiFor, readToken, type SessionContext } from "~/lib/session.server"
import { paths } from "~/paths"

import { proofOf } from "./own-orders.server"

/** A key that opens one order on any device, as the backend signed it. */
export type OrderKey = { token: string; expires_at: string }

/** A key to the visitor's own order; `null` when it is not theirs or cannot be made now. */
export async function fetchOrderKey(context: SessionContext, id: string): Promise<OrderKey | null> {
  const outcome = await attempt(
    apiFor(context, "customer").fetch<{ link: OrderKey }>(
      `/store/orders/${encodeURIComponent(id)}/link`,
      { headers: proofOf(context, id) },
    ),
  )
  return outcome.ok ? outcome.value.link : null
}

/**
 * Where to send a buyer to see their order. A guest's address holds the key, so that a bookmark of
 * it opens anywhere; a customer signs in.
 */
export async function orderPath(context: SessionContext, id: string): Promise<string> {
  if (readToken(context, "customer")) return paths.order(id)
  const key = await fetchOrderKey(context, id)
  return paths.order(id, key?.token)
}

/** The whole address by which a guest finds the order again; `null` for a customer. */
export async function orderLink(context: SessionContext, id: string): Promise<string | null> {
  if (readToken(context, "customer")) return null
  const key = await fetchOrderKey(context, id)
  if (!key) return null
  const path = localized(context.locals.locale, paths.order(id, key.token))
  return new URL(path, STOREFRONT_URL).href
}
