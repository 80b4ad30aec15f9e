import type { StoreCartPayment, StoreCartPaymentResponse } from "@shangxing/marketplace/types/http"
import { STOREFRONT_URL, STRIPE_JS_URL } from "astro:env/server"

import { readCartId } from "~/features/cart/cart.server"
import { orderOfCart } from "~/features/order/own-orders.server"
import { localized } from "~/lib/locale"
import { apiFor, type SessionContext, writeCookie } from "~/lib/session.server"
import { paths } from "~/paths"

import { isSimulated, type PayChoice, type PayMethod, payMethodOf } from "./pay-method"

/** Paying for a cart: the backend's routes, and the method that this browser used last. */

const methodCookie = "pay_method"
const methodDays = 180

/** No money moves: the stand-in for Stripe is in use, and the pages say so. */
export const isPaymentSimulated = isSimulated(STRIPE_JS_URL)

export function rememberedMethod(context: SessionContext): PayMethod {
  return payMethodOf(context.cookies.get(methodCookie)?.value)
}

/** Where a payment sends its buyer back to, in the language of the page that they left. */
export function returnUrl(context: SessionContext, cartId: string): string {
  return new URL(localized(context.locals.locale, paths.checkoutReturn(cartId)), STOREFRONT_URL)
    .href
}

/**
 * Opens the cart's payment in this way, or finds the one that is open. Nothing is charged yet.
 * @throws ApiError with the backend's code when the order or the payment is refused
 */
export async function openPayment(
  context: SessionContext,
  cartId: string,
  { method, savedCardId, savesCard }: PayChoice,
): Promise<StoreCartPayment> {
  writeCookie(context, methodCookie, method, methodDays)
  const { payment } = await apiFor(context, "customer").fetch<StoreCartPaymentResponse>(
    `/store/carts/${encodeURIComponent(cartId)}/payment`,
    {
      method: "POST",
      body: {
        method,
        return_url: returnUrl(context, cartId),
        ...(savedCardId && { payment_method: savedCardId }),
        ...(savesCard && { save_card: true }),
      },
    },
  )
  return payment
}

/**
 * How the cart's payment stands, as the provider says now. For a cart that is not this browser's the
 * page's address must hold the key that it was sent back with.
 * @throws ApiError 404 when it does not
 */
export async function fetchPayment(
  context: SessionContext,
  cartId: string,
): Promise<StoreCartPayment> {
  const { payment } = await apiFor(context, "customer").fetch<StoreCartPaymentResponse>(
    `/store/carts/${encodeURIComponent(cartId)}/payment`,
    { headers: isOwnCart(context, cartId) ? {} : { "x-cart-key": returnKey(context) ?? "" } },
  )
  return payment
}

/** The key by which a buyer came back who may be on another device. */
export function returnKey({ url }: SessionContext): string | null {
  return url.searchParams.get("key")
}

function isOwnCart(context: SessionContext, cartId: string): boolean {
  return readCartId(context) === cartId || orderOfCart(context, cartId) !== undefined
}

type Completion = { type: "order"; order: { id: string } } | { type: "cart" }

/**
 * The order of a paid cart, the same one however often it is asked for; `null` while the payment
 * waits for its buyer. @throws ApiError with the backend's code when it refuses: money that came
 * is on its way back then
 */
export async function completeCart(
  context: SessionContext,
  cartId: string,
): Promise<string | null> {
  const done = await apiFor(context, "customer").fetch<Completion>(
    `/store/carts/${encodeURIComponent(cartId)}/complete`,
    { method: "POST" },
  )
  return done.type === "order" ? done.order.id : null
}
