import type Stripe from "stripe"

import {
  explainPaymentError,
  paymentErrorOf,
  type Language,
  type PaymentError,
} from "../../domain/payment-error"
import { sessionStatusOf, type SessionStatus } from "../../domain/payment-status"
import { textOf, type PaymentMethod } from "./wish"

/** What a checkout page needs of a payment intent, and nothing more of it; amounts in minor units. */
export type StripeSessionData = {
  id: string
  session_id: string
  method: PaymentMethod
  locale: Language
  client_secret: string | null
  intent_status: string
  amount_minor: number
  currency: string
  /** Alipay's or the bank's page; go there with a plain link. */
  redirect_url: string | null
  /** WeChat Pay's code: `data` is its content, the rest are ready pictures. */
  qr: { data: string; image_data_url: string; hosted_url: string } | null
  last_error: { code: PaymentError; message_zh: string; message_en: string } | null
  charge_id: string | null
  /** The card is kept for the customer once it has paid. */
  saves_card: boolean
}

function lastErrorOf(intent: Stripe.PaymentIntent): StripeSessionData["last_error"] {
  const error = intent.last_payment_error
  if (!error) {
    return null
  }
  const code = paymentErrorOf({
    type: error.type === "card_error" ? "StripeCardError" : undefined,
    code: error.code,
    declineCode: error.decline_code,
  })
  return {
    code,
    message_zh: explainPaymentError(code, "zh"),
    message_en: explainPaymentError(code, "en"),
  }
}

function nextStepOf({
  next_action: next,
}: Stripe.PaymentIntent): Pick<StripeSessionData, "redirect_url" | "qr"> {
  const code = next?.wechat_pay_display_qr_code
  return {
    redirect_url: next?.alipay_handle_redirect?.url ?? next?.redirect_to_url?.url ?? null,
    qr: code
      ? {
          data: code.data,
          image_data_url: code.image_data_url,
          hosted_url: code.hosted_instructions_url,
        }
      : null,
  }
}

/** The session's data after an answer of Stripe's; method and language stay as they were wished. */
export function sessionDataOf(
  intent: Stripe.PaymentIntent,
  wished: { method?: unknown; locale?: unknown; session_id?: unknown },
): StripeSessionData {
  const { latest_charge: charge } = intent
  return {
    id: intent.id,
    session_id: intent.metadata.session_id ?? textOf(wished.session_id) ?? "",
    // Written by ourselves when the session began.
    method: (wished.method ?? "card") as PaymentMethod,
    locale: wished.locale === "en" ? "en" : "zh",
    client_secret: intent.client_secret,
    intent_status: intent.status,
    amount_minor: intent.amount,
    currency: intent.currency,
    ...nextStepOf(intent),
    last_error: lastErrorOf(intent),
    charge_id: typeof charge === "string" ? charge : (charge?.id ?? null),
    saves_card: intent.setup_future_usage !== null,
  }
}

export function statusOf(intent: Stripe.PaymentIntent): SessionStatus {
  return sessionStatusOf(intent.status, intent.last_payment_error !== null)
}
