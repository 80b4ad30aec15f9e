import type { StoreCartPayment } from "@shangxing/marketplace/types/http"

import type { Basket } from "~/features/cart/cart"
import { adoptCart, readBasket, readCartId } from "~/features/cart/cart.server"
import { isStockRefusal, type LineProblems, standingProblems } from "~/features/cart/refusal"
import { orderPath } from "~/features/order/order-link.server"
import { attempt } from "~/lib/attempt"
import { localized } from "~/lib/locale"
import type { SessionContext } from "~/lib/session.server"
import { paths } from "~/paths"

import { refusalOf } from "./checkout"
import type { PayMethod } from "./pay-method"
import { rememberedMethod, returnKey } from "./payment.server"
import { keepOrder, settlePayment } from "./settle.server"
import { waitingSince, waitsUntil } from "./wait"

/** What the pages show on which a payment waits or ends. Amounts in fen. */

export type CodeToScan = {
  cartId: string
  amountFen: number
  qr: NonNullable<StoreCartPayment["qr"]>
  /** Milliseconds; afterwards the page looks no more by itself. */
  until: number
  isOver: boolean
}

export type CardToType = {
  cartId: string
  amountFen: number
  clientSecret: string
  refusal: string | null
}

export type Waiting = {
  cartId: string
  /** Proves on this device which cart is meant; `null` where it is the browser's own. */
  key: string | null
  method: PayMethod
  amountFen: number
  isPaid: boolean
  /** Where an open payment can be gone on with. */
  goOn: string | null
  until: number
}

export type RefundReason =
  | { kind: "stock_short" }
  | { kind: "price_changed" }
  | { kind: "seller_closed" }
  | { kind: "changed" }
  | { kind: "other"; message: string }

export type Refunded = {
  method: PayMethod | null
  amountFen: number
  reason: RefundReason
  /** The cart as it is now; `null` when another one has taken its place here. */
  basket: Basket | null
  problems: LineProblems
}

type Next = { next: string }

/** The QR code of the basket's payment, or where it has got to meanwhile. @throws ApiError */
export async function openWechat(context: SessionContext): Promise<Next | CodeToScan> {
  const cartId = readCartId(context)
  if (!cartId) return { next: paths.checkoutReturn() }
  const settled = await settlePayment(context, cartId)
  if (settled.state !== "waiting") return { next: paths.checkoutReturn(cartId) }
  const { qr, amount_fen: amountFen } = settled.payment
  if (!qr) return { next: paths.checkout() }
  const now = Date.now()
  const since = waitingSince(context.url.searchParams.get("since"), Math.floor(now / 1000))
  const until = waitsUntil(since)
  return { cartId, amountFen, qr, until, isOver: until <= now }
}

/** What the page needs on which a card is typed. @throws ApiError */
export async function openCard(context: SessionContext): Promise<Next | CardToType> {
  const cartId = readCartId(context)
  if (!cartId) return { next: paths.checkoutReturn() }
  const settled = await settlePayment(context, cartId)
  if (settled.state !== "waiting" && settled.state !== "declined") {
    return { next: paths.checkoutReturn(cartId) }
  }
  const { state, payment } = settled
  const { method, client_secret: clientSecret, amount_fen: amountFen, error } = payment
  if (payment.state === "paid") return { next: paths.checkoutReturn(cartId) }
  if (method !== "card" || !clientSecret) return { next: paths.checkout() }
  return {
    cartId,
    amountFen,
    clientSecret,
    refusal: state === "declined" ? (error?.message ?? null) : null,
  }
}

export type Returned = Next | { waiting: Waiting } | { refunded: Refunded } | { nothing: true }

/**
 * Receives a buyer who comes back from a payment, on whatever device, at whatever moment. Only the
 * backend is believed; the cart in the address says no more than which payment is meant.
 * @throws ApiError
 */
export async function receiveReturn(context: SessionContext): Promise<Returned> {
  const cartId = context.url.searchParams.get("cart") ?? readCartId(context)
  if (!cartId) return { nothing: true }
  const outcome = await attempt(settlePayment(context, cartId))
  if (!outcome.ok) {
    if (outcome.error.status === 404) return { nothing: true }
    throw outcome.error
  }
  const settled = outcome.value
  switch (settled.state) {
    case "placed":
      keepOrder(context, cartId, settled.orderId)
      return { next: await orderPath(context, settled.orderId) }
    case "declined":
      adoptCart(context, cartId)
      return { next: declinedPath(settled.payment) }
    case "waiting":
      adoptCart(context, cartId)
      return { waiting: waitingFor(context, cartId, settled.payment) }
    case "refunded":
      return { refunded: await refundedOf(context, cartId, settled.payment) }
    case "none":
      return { nothing: true }
  }
}

/** A card is mended where it is typed, everything else where the method is chosen. */
function declinedPath({ method }: StoreCartPayment): string {
  return method === "card" ? paths.checkoutCard() : paths.checkoutDeclined()
}

function waitingFor(context: SessionContext, cartId: string, payment: StoreCartPayment): Waiting {
  const { method, amount_fen: amountFen, state } = payment
  const now = Math.floor(Date.now() / 1000)
  return {
    cartId,
    key: returnKey(context),
    method: method ?? rememberedMethod(context),
    amountFen,
    isPaid: state !== "open",
    goOn: goOnAt(context, payment, now),
    until: waitsUntil(now),
  }
}

function goOnAt(
  { locals: { locale } }: SessionContext,
  { redirect_url, qr, client_secret, method }: StoreCartPayment,
  now: number,
): string | null {
  if (redirect_url) return redirect_url
  if (qr) return localized(locale, paths.checkoutWechat(now))
  return method === "card" && client_secret ? localized(locale, paths.checkoutCard()) : null
}

async function refundedOf(
  context: SessionContext,
  cartId: string,
  { method, amount_fen: amountFen, error }: StoreCartPayment,
): Promise<Refunded> {
  adoptCart(context, cartId)
  const basket = readCartId(context) === cartId ? await readBasket(context) : null
  const problems = basket ? standingProblems(basket) : {}
  return { method, amountFen, reason: reasonOf(error), basket, problems }
}

function reasonOf(error: StoreCartPayment["error"]): RefundReason {
  if (!error) return { kind: "other", message: "" }
  if (isStockRefusal(error.code)) return { kind: "stock_short" }
  // A second try of the backend's at an order met the refund of the first, which knew the reason.
  if (error.code === "payment_spent") return { kind: "changed" }
  const { reason } = refusalOf(error)
  return reason === "price_changed" || reason === "seller_closed"
    ? { kind: reason }
    : { kind: "other", message: error.message }
}
