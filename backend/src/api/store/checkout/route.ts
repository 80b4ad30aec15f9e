import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { prepareCheckout } from "../../../workflows/checkout/prepare-checkout"
import type { CheckoutBody } from "./bodies"

/**
 * Address, freight and payment session of a filled cart in one call; answers the total to pay (fen)
 * and the session. `POST /store/carts/:id/complete` makes the order of it.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<CheckoutBody>,
  res: MedusaResponse,
): Promise<void> {
  const { cart_id, email, shipping_address, parcels, provider_id } = req.validatedBody
  const prepared = await prepareCheckout(req.scope, {
    cartId: cart_id,
    customerId: req.auth_context?.actor_id || null,
    email,
    address: shipping_address,
    parcels,
    providerId: provider_id ?? null,
  })
  res.json(prepared)
}
