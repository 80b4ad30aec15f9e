import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CheckoutBody, PreparedCheckoutResponse } from "@shangxing/marketplace/types/http"

import { prepareCheckout } from "../../../workflows/checkout/prepare-checkout"

/**
 * Address and freight of a filled cart in one call; answers the total to pay (fen), and the payment
 * session when `provider_id` asked for one. Sent twice, it leaves the same cart. Refuses a cart that
 * is unknown (404 `cart_unknown`), an order (`cart_completed`) or paid (`payment_already_made`), and
 * freight that is not of the cart's sellers (`parcel_option_invalid`).
 */
export async function POST(
  req: AuthenticatedMedusaRequest<CheckoutBody>,
  res: MedusaResponse<PreparedCheckoutResponse>,
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
