import type { StoreCartPayment } from "@shangxing/marketplace/types/http"

/** The ways to pay, in the order in which they are offered; the first is proposed. */
export const payMethods = ["alipay", "wechat_pay", "card"] as const

export type PayMethod = (typeof payMethods)[number]

/** A way to pay from a form or a cookie; the proposed one where none of ours is named. */
export function payMethodOf(text: unknown): PayMethod {
  return payMethods.find((method) => method === text) ?? payMethods[0]
}

/** How a buyer wants to pay, as the checkout's form says it. */
export type PayChoice = {
  method: PayMethod
  /** A card that the customer keeps; null for one to be typed. */
  savedCardId: string | null
  savesCard: boolean
}

/** A saved card's place among the ways to pay. */
export const savedCardValue = (id: string) => `card:${id}`

export function payChoiceOf(form: FormData): PayChoice {
  const pay = form.get("pay")
  const saved = typeof pay === "string" ? /^card:(.+)$/.exec(pay)?.[1] : undefined
  if (saved) return { method: "card", savedCardId: saved, savesCard: false }
  const method = payMethodOf(pay)
  const savesCard = method === "card" && form.get("save_card") === "1"
  return { method, savedCardId: null, savesCard }
}

/** Whether the script that takes cards is a stand-in for Stripe's: then no money moves. */
export function isSimulated(scriptUrl: string): boolean {
  return !URL.canParse(scriptUrl) || new URL(scriptUrl).host !== "js.stripe.com"
}

/** What the buyer does next about a payment that was just opened. */
export type PaymentStep =
  | { go: "away"; url: string }
  | { go: "scan" }
  | { go: "card" }
  | { go: "settle" }
  | { go: "refused"; message: string }

/** The next step of a payment as the backend presents it. */
export function paymentStep(payment: StoreCartPayment): PaymentStep {
  if (payment.state === "declined") return { go: "refused", message: payment.error?.message ?? "" }
  if (payment.state !== "open") return { go: "settle" }
  if (payment.redirect_url) return { go: "away", url: payment.redirect_url }
  if (payment.qr) return { go: "scan" }
  return payment.client_secret ? { go: "card" } : { go: "settle" }
}
