import type { APIRoute } from "astro"

import { fetchPayment } from "~/features/checkout/payment.server"
import { keepPrivate } from "~/features/work/private"
import { attempt } from "~/lib/attempt"

/** `GET /checkout/state?cart=`: `{ state }` of the cart's payment, for the page that waits for it. */
export const GET: APIRoute = async (context) => {
  const cartId = context.url.searchParams.get("cart") ?? ""
  const outcome = await attempt(fetchPayment(context, cartId))
  const response = outcome.ok
    ? Response.json({ state: outcome.value.state })
    : Response.json({ code: outcome.error.code }, { status: 503 })
  keepPrivate(response)
  return response
}
