import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { completionOf, methodOfPayment } from "../../../../../gather/cart-payment"
import { presentPayment } from "../../../../../gather/present-payment"
import { openPayment } from "../../../../../workflows/payment/open-payment"
import { refreshPayment } from "../../../../../workflows/payment/refresh-payment"
import { assertReturnKey, withReturnKey } from "../../../../signed-link"
import type { OpenPaymentBody } from "./body"

/**
 * Opens the payment of a cart, or answers the one that is open: `{ payment }` with what the page
 * needs (a client secret, a page to go to, or a QR code). Amounts in fen. The buyer comes back to
 * `return_url` with a `key` that proves there which cart was meant. Refusals answer 400 with the
 * codes of `openPayment`; nothing is charged then.
 */
export async function POST(
  req: MedusaRequest<OpenPaymentBody>,
  res: MedusaResponse,
): Promise<void> {
  // `authenticate` runs before and leaves this out for a guest.
  const { auth_context } = req as Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>
  const cartId = String(req.params.id)
  const locale = localeOf(req.headers["accept-language"])
  const { return_url, ...wish } = req.validatedBody
  const payment = await openPayment(req.scope, {
    cart_id: cartId,
    customer_id: auth_context?.actor_type === "customer" ? auth_context.actor_id : undefined,
    wish: {
      ...wish,
      locale,
      ...(return_url && { return_url: withReturnKey(return_url, cartId, new Date()) }),
    },
  })
  res.json({ payment: presentPayment(payment, null, locale) })
}

/**
 * How the payment of a cart stands, as the provider says at this moment: `{ payment }` with `state`
 * `none`, `open`, `declined`, `paid`, `placed` (with `order_id`) or `refunded` (with the reason).
 * Who comes back on another device sends the return address's key as `x-cart-key`; one that does
 * not fit the cart answers 404 `cart_unknown`.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cartId = String(req.params.id)
  assertReturnKey(req, cartId)
  const claim = await completionOf(req.scope, cartId)
  const payment = await refreshPayment(req.scope, cartId)
  const isSpent = !payment.session && claim?.payment_id
  const spentMethod = isSpent ? await methodOfPayment(req.scope, isSpent) : null
  const locale = localeOf(req.headers["accept-language"])
  res.json({ payment: presentPayment(payment, claim, locale, spentMethod) })
}
