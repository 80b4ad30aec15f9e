import type { APIRoute } from "astro"

import { forgetCart } from "~/features/cart/cart.server"
import { forgetOrders } from "~/features/order/own-orders.server"
import { localized } from "~/lib/locale"
import { clearToken } from "~/lib/session.server"
import { paths } from "~/paths"

/** Signs the customer out and takes their basket and orders from this device with them. */
export const POST: APIRoute = (context) => {
  clearToken(context, "customer")
  forgetCart(context)
  forgetOrders(context)
  return context.redirect(localized(context.locals.locale, paths.home()), 303)
}

/** A link may lead here; only the button signs out. */
export const GET: APIRoute = (context) =>
  context.redirect(localized(context.locals.locale, paths.account()), 303)
