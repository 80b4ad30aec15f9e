import type { CheckoutBody, PreparedCheckoutResponse } from "@shangxing/marketplace/types/http"
import type { CountiesResponse } from "@shangxing/provenance/types/http"

import { type Basket, linesOf } from "~/features/cart/cart"
import { fetchCart, readBasket, readCartId, setQuantity } from "~/features/cart/cart.server"
import { standingProblems } from "~/features/cart/refusal"
import { orderPath } from "~/features/order/order-link.server"
import { orderOfCart } from "~/features/order/own-orders.server"
import { ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import { apiFor, type SessionContext } from "~/lib/session.server"
import { paths } from "~/paths"

import {
  type CheckoutRefusal,
  type CheckoutView,
  refusalOf,
  shownTotal,
  standingRefusal,
} from "./checkout"
import {
  addressOf,
  type DeliveryValues,
  readDelivery,
  valuesOfCart,
  valuesOfForm,
} from "./delivery"
import { destinationCounty } from "./destination"
import { choicesOf, type ParcelChoice, tillOf } from "./freight"
import { inTurn } from "./in-turn"
import { type PayChoice, payChoiceOf, paymentStep } from "./pay-method"
import { completeCart, fetchPayment, openPayment, rememberedMethod } from "./payment.server"
import { keepOrder, placedOrder } from "./settle.server"

/** A page of ours, a page of the provider's, or the checkout again. */
export type CheckoutAnswer =
  { next: string } | { leave: string } | { status: number; view: CheckoutView }

/** The checkout as one comes to it. @throws ApiError when the backend fails */
export async function openCheckout(
  context: SessionContext,
  customerEmail: string | null,
): Promise<CheckoutAnswer> {
  const cartId = readCartId(context)
  const basket = await readBasket(context)
  if (!basket) {
    // A webhook may have made the order while its buyer stayed away.
    const placed = await placedOrder(context, cartId)
    return { next: placed ? await orderPath(context, placed) : paths.cart() }
  }
  if (basket.pieces === 0) return { next: paths.cart() }
  const values = valuesOfCart(basket.address, customerEmail ?? basket.email)
  const pay = { method: rememberedMethod(context), savedCardId: null, savesCard: false }
  const view = viewOf(basket, values, choicesOf(basket), pay)
  if (!context.url.searchParams.has("payment")) return { status: 200, view }
  const { error } = await fetchPayment(context, basket.id)
  return { status: 200, view: { ...view, refusal: error ? refusalOf(error) : null } }
}

/**
 * Answers a POST of the checkout's one form: `action=freight` shows the new total, anything else
 * opens the payment. Sent twice, it leads to the same payment, or to the order made of it.
 */
export async function postCheckout(
  context: SessionContext,
  form: FormData,
  customerEmail: string | null,
): Promise<CheckoutAnswer> {
  const placed = await placedAlready(context, form)
  if (placed) return { next: await orderPath(context, placed) }
  const basket = await readBasket(context)
  if (!basket || basket.pieces === 0) return { next: paths.cart() }
  const values = valuesOfForm(form, customerEmail)
  const view = viewOf(basket, values, choicesOf(basket, form), payChoiceOf(form))
  if (form.get("action") === "freight") {
    await keepAddress(context, basket.id, values)
    return { status: 200, view }
  }
  const reading = readDelivery(values)
  const refusal = standingRefusal(view)
  if (!reading.isValid || refusal) {
    await keepAddress(context, basket.id, values)
    const errors = reading.isValid ? {} : reading.errors
    return { status: reading.isValid ? 409 : 400, view: { ...view, errors, refusal } }
  }
  return inTurn(basket.id, () => submit(context, view, reading.delivery, shownTotal(form)))
}

async function submit(
  context: SessionContext,
  view: CheckoutView,
  delivery: DeliveryValues,
  seenFen: number | null,
): Promise<CheckoutAnswer> {
  const cartId = view.basket.id
  try {
    const totalFen = await prepare(context, cartId, delivery, view.choices)
    if (totalFen !== seenFen) {
      const refusal = { reason: "price_changed", beforeFen: seenFen, afterFen: totalFen } as const
      return await refuse(context, view, refusal)
    }
    return await pay(context, view)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    // Paid in another tab, or the order was made while this form was on its way.
    if (paidCodes.has(error.code)) return { next: paths.checkoutReturn(cartId) }
    const cart = await fetchCart(context, cartId)
    if (cart?.completed_at) return arrive(context, await orderOf(context, cartId), cartId)
    return refuse(context, view, await mend(context, view, refusalOf(error), seenFen))
  }
}

const paidCodes = new Set(["payment_already_made", "cart_completed"])

async function pay(context: SessionContext, view: CheckoutView): Promise<CheckoutAnswer> {
  const cartId = view.basket.id
  const step = paymentStep(await openPayment(context, cartId, view.pay))
  switch (step.go) {
    case "away":
      return { leave: step.url }
    case "scan":
      return { next: paths.checkoutWechat(Math.floor(Date.now() / 1000)) }
    case "card":
      return { next: paths.checkoutCard() }
    case "settle":
      return { next: paths.checkoutReturn(cartId) }
    case "refused":
      return refuse(context, view, { reason: "payment_refused", message: step.message })
  }
}

/**
 * A price that changed under the basket stays old until its line is written again: done here, so
 * that the page shows the new total and the next attempt goes through.
 */
async function mend(
  context: SessionContext,
  { basket, choices }: CheckoutView,
  refusal: CheckoutRefusal,
  beforeFen: number | null,
): Promise<CheckoutRefusal> {
  if (refusal.reason !== "price_changed") return refusal
  for (const { id, quantity } of linesOf(basket)) {
    const outcome = await attempt(setQuantity(context, basket.id, id, quantity))
    if (!outcome.ok && outcome.error.status >= 500) throw outcome.error
  }
  const fresh = (await readBasket(context)) ?? basket
  return { ...refusal, beforeFen, afterFen: tillOf(fresh, choices).totalFen }
}

/** Saves the address and each parcel's freight; answers the total that will be paid, in fen. */
async function prepare(
  context: SessionContext,
  cartId: string,
  delivery: DeliveryValues,
  choices: readonly ParcelChoice[],
): Promise<number> {
  const api = apiFor(context, "customer")
  const { counties } = await api.fetch<CountiesResponse>("/store/counties")
  const county = destinationCounty(delivery, counties)
  const body: CheckoutBody = {
    cart_id: cartId,
    email: delivery.email,
    shipping_address: { ...addressOf(delivery), metadata: { county_code: county } },
    parcels: choices.map(({ sellerId, optionId }) => ({
      seller_id: sellerId,
      shipping_option_id: optionId,
    })),
  }
  const prepared = await api.fetch<PreparedCheckoutResponse>("/store/checkout", {
    method: "POST",
    body,
  })
  return prepared.total_fen
}

/** Shows the checkout again with the basket as it is now, and everything that was typed. */
async function refuse(
  context: SessionContext,
  view: CheckoutView,
  refusal: CheckoutRefusal,
): Promise<CheckoutAnswer> {
  const basket = (await readBasket(context)) ?? view.basket
  return {
    status: 409,
    view: { ...viewOf(basket, view.values, view.choices, view.pay), refusal },
  }
}

function viewOf(
  basket: Basket,
  values: DeliveryValues,
  choices: ParcelChoice[],
  pay: PayChoice,
): CheckoutView {
  return {
    basket,
    values,
    errors: {},
    choices,
    till: tillOf(basket, choices),
    problems: standingProblems(basket),
    pay,
    refusal: null,
  }
}

/** The order that this form has become already: the second of two submissions. */
async function placedAlready(context: SessionContext, form: FormData): Promise<string | undefined> {
  const cartId = readCartId(context)
  if (!cartId) {
    const sent = form.get("cart_id")
    return typeof sent === "string" ? orderOfCart(context, sent) : undefined
  }
  const cart = await fetchCart(context, cartId)
  if (!cart?.completed_at) return undefined
  const orderId = await orderOf(context, cartId)
  keepOrder(context, cartId, orderId)
  return orderId
}

async function orderOf(context: SessionContext, cartId: string): Promise<string> {
  const orderId = orderOfCart(context, cartId) ?? (await completeCart(context, cartId))
  if (orderId) return orderId
  throw new ApiError(503, "order_unknown", "The basket is completed and its order is not known.")
}

async function arrive(
  context: SessionContext,
  orderId: string,
  cartId: string,
): Promise<CheckoutAnswer> {
  keepOrder(context, cartId, orderId)
  return { next: await orderPath(context, orderId) }
}

/** Keeps a half-filled address with the basket, so that it is there again after a detour. */
async function keepAddress(
  context: SessionContext,
  cartId: string,
  values: DeliveryValues,
): Promise<void> {
  try {
    await apiFor(context, "customer").fetch(`/store/carts/${cartId}`, {
      method: "POST",
      body: { shipping_address: addressOf(values) },
    })
  } catch (error) {
    // The page still shows what was typed; only the detour would lose it.
    if (!(error instanceof ApiError)) throw error
  }
}
