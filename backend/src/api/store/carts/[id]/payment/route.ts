import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { completionOf } from "../../../../../gather/cart-payment"
import { presentPayment } from "../../../../../gather/present-payment"
import { openPayment } from "../../../../../workflows/payment/open-payment"
import { refreshPayment } from "../../../../../workflows/payment/refresh-payment"
import type { OpenPaymentBody } from "./body"

/**
 * Opens the payment of a cart, or answers the one that is open: `{ payment }` with what the page
 * needs (a client secret, a page to go to, or a QR code). Amounts in fen. Refusals answer 400 with
 * the codes of `openPayment`; nothing is charged then.
 */
export async function POST(
  req: MedusaRequest<OpenPaymentBody>,
  res: MedusaResponse,
): Promise<void> {
  // `authenticate` runs before and leaves this out for a guest.
  const { auth_context } = req as Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>
  const cartId = String(req.params.id)
  const payment = await openPayment(req.scope, {
    cart_id: cartId,
    customer_id: auth_context?.actor_type === "customer" ? auth_context.actor_id : undefined,
    wish: { ...req.validatedBody, locale: localeOf(req.headers["accept-language"]) },
  })
  res.json({ payment: presentPayment(payment, null, localeOf(req.headers["accept-language"])) })
}

/**
 * How the payment of a cart stands, as the provider says at this moment: `{ payment }` with `state`
 * `none`, `open`, `declined`, `paid`, `placed` (with `order_id`) or `refunded` (with the reason).
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cartId = String(req.params.id)
  const claim = await completionOf(req.scope, cartId)
  const payment = await refreshPayment(req.scope, cartId)
  res.json({ payment: presentPayment(payment, claim, localeOf(req.headers["accept-language"])) })
}
