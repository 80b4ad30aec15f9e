import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  fitsContact,
  isLookedUpTooOften,
  LOOKUP_SECONDS,
} from "@shangxing/marketplace/domain/order-lookup"

import { notFound } from "./not-found"

/** What a buyer knows of an order without any link or account. */
type KnownOfOrder = { display_id: number; email: string; phone_last4: string }

/** Too many wrong tries at one order: not an error of its own kind in Medusa. */
export class LookedUpTooOften extends Error {}

/**
 * The id of the order that all three fit. Wrong tries are counted by order number, since a buyer's
 * own address is hidden behind the storefront; in Redis where there is one, else in this process.
 *
 * @throws MedusaError NOT_FOUND `order_unknown`, whichever of the three was wrong; LookedUpTooOften.
 */
export async function lookUpOrder(req: MedusaRequest, known: KnownOfOrder): Promise<string> {
  const key = `order-lookup:${known.display_id}`
  const cache = req.scope.resolve(Modules.CACHE)
  return await req.scope.resolve(Modules.LOCKING).execute(key, async () => {
    const tries = (await cache.get<number>(key)) ?? 0
    if (isLookedUpTooOften(tries)) throw new LookedUpTooOften()
    const id = await orderThatFits(req, known)
    if (id) return id
    await cache.set(key, tries + 1, LOOKUP_SECONDS)
    throw notFound(req, "order_unknown", {
      zh: "没有对得上的订单。请核对订单号、下单的邮箱和收货手机的后四位。",
      en: "No order fits. Check its number, the email it was placed with and the last four digits of the phone.",
    })
  })
}

type StoredOrder = {
  id: string
  email: string | null
  shipping_address?: { phone?: string | null } | null
}

async function orderThatFits(req: MedusaRequest, known: KnownOfOrder): Promise<string | null> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "email", "shipping_address.phone"],
    // The column holds numbers; Query types its filter as text.
    filters: { display_id: String(known.display_id) },
  })
  const [order] = data as unknown as (StoredOrder | undefined)[]
  if (!order) return null
  const contact = { email: order.email, phone: order.shipping_address?.phone ?? null }
  const { email, phone_last4: phoneLast4 } = known
  return fitsContact(contact, { email, phoneLast4 }) ? order.id : null
}
