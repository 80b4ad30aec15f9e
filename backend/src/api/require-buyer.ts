import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { localize } from "../gather/localize"
import { opens } from "./signed-link"

/**
 * Lets an order be read by who bought it and by nobody else: the customer it belongs to, who has the
 * order's signed link (`x-order-key`), or a guest who knows the cart that it came from (`x-cart-id`;
 * the cart's id is random and was never shown to anyone else). Stock Medusa answers to anyone who
 * knows the order's id.
 */
export async function requireBuyer(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const id = String(req.params.id)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer_id", "cart.id"],
    filters: { id },
  })
  const [order] = data as unknown as (StoredOrder | undefined)[]
  if (order && isBuyer(req, order)) return next()
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    localize(req, {
      zh: `没有找到订单 ${id}。请用下单时的账号登录，或在下单的那台设备上打开。`,
      en: `There is no order ${id} here. Sign in as its buyer, or open it where it was placed.`,
    }),
    "order_unknown",
  )
}

type StoredOrder = { id: string; customer_id?: string | null; cart?: { id: string } | null }

function isBuyer(req: MedusaRequest, { id, customer_id, cart }: StoredOrder): boolean {
  // `authenticate` runs before and leaves this out for a guest.
  const { auth_context } = req as Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>
  if (auth_context?.actor_type === "customer" && auth_context.actor_id === customer_id) return true
  if (cart != null && req.headers["x-cart-id"] === cart.id) return true
  return opens("order", id, req.headers["x-order-key"], new Date())
}
