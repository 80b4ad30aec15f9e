import type Stripe from "stripe"

import type { Language } from "../../domain/payment-error"
import type { StripePluginOptions } from "../../lib/stripe-client"
import { refuse } from "../../lib/stripe-errors"

export const PAYMENT_METHODS = ["card", "alipay", "wechat_pay"] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/**
 * How the shopper wants to pay: the only fields that are read from a session's `data`, which comes
 * from the browser. Anything else there (an amount, a capture method, a customer) is ignored.
 */
export type Wish = {
  method: PaymentMethod
  language: Language
  /** Where Alipay, 3-D Secure or WeChat's page send the shopper back to. */
  returnUrl: string | null
  /** A saved card of the customer's. */
  savedMethodId: string | null
  savesCard: boolean
}

/** The text in a field that may hold anything; null for none. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}

/** Only Alipay can't do without a way back; any way back must lead to this shop. */
function isGoodReturn(url: string | null, method: PaymentMethod, origins: string[] | undefined) {
  if (!url) {
    return method !== "alipay"
  }
  if (!URL.canParse(url)) {
    return false
  }
  const { origin, protocol } = new URL(url)
  return /^https?:$/.test(protocol) && (!origins || origins.includes(origin))
}

/**
 * Reads the wish; a card where nothing is said.
 * @throws MedusaError `payment_method_unknown`, `return_url_missing`
 */
export function readWish(
  data: Record<string, unknown>,
  { returnOrigins }: StripePluginOptions,
): Wish {
  const language: Language = data.locale === "en" ? "en" : "zh"
  const method = PAYMENT_METHODS.find((one) => one === (data.method ?? "card"))
  if (!method) {
    throw refuse("payment_method_unknown", textOf(data.method) ?? "-", language)
  }
  const returnUrl = textOf(data.return_url)
  if (!isGoodReturn(returnUrl, method, returnOrigins)) {
    throw refuse("return_url_missing", returnUrl ?? method, language)
  }
  return {
    method,
    language,
    returnUrl,
    savedMethodId: method === "card" ? textOf(data.payment_method) : null,
    savesCard: method === "card" && data.save_card === true,
  }
}

/** The request for a payment intent over `amountMinor`, open to the one method wished for. */
export function createRequest(
  wish: Wish,
  payment: {
    amountMinor: number
    currency: string
    sessionId: string
    customerId: string | null
    cardCapture: "automatic" | "manual"
  },
): Stripe.PaymentIntentCreateParams {
  const { method } = wish
  return {
    amount: payment.amountMinor,
    currency: payment.currency.toLowerCase(),
    allowed_payment_method_types: [method],
    // Alipay and WeChat Pay have no separate capture.
    capture_method: method === "card" ? payment.cardCapture : "automatic",
    metadata: { session_id: payment.sessionId },
    ...(payment.customerId && { customer: payment.customerId }),
    ...(wish.savesCard && payment.customerId && { setup_future_usage: "on_session" as const }),
  }
}

/** The server's own confirmation; null for a new card, which the shopper's browser confirms. */
export function confirmParams(wish: Wish): Stripe.PaymentIntentConfirmParams | null {
  const returnUrl = wish.returnUrl ? { return_url: wish.returnUrl } : {}
  switch (wish.method) {
    case "alipay":
      return { payment_method_data: { type: "alipay" }, ...returnUrl }
    case "wechat_pay":
      return {
        payment_method_data: { type: "wechat_pay" },
        payment_method_options: { wechat_pay: { client: "web" } },
        ...returnUrl,
      }
    case "card":
      return wish.savedMethodId ? { payment_method: wish.savedMethodId, ...returnUrl } : null
  }
}
