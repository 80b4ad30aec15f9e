/** Which payment methods a PaymentIntent offers, from what it allows and what fits. */
import type Stripe from "stripe"
import { invalidRequest } from "../errors.ts"

const walletCurrencies: Record<string, string> = {
  alipay: "aud cad cny eur gbp hkd jpy myr nzd sgd usd",
  wechat_pay: "aud cad chf cny dkk eur gbp hkd jpy nok sek sgd usd",
}

/** Switched on in the emulated account's dashboard. */
const enabled = ["card", "alipay", "wechat_pay"]

const currencies = "aud cad chf cny dkk eur gbp hkd jpy myr nok nzd sek sgd usd".split(" ")

/** The smallest amounts that convert to 50 US cents or their local equivalent. */
const minimum: Record<string, number> = {
  cny: 400,
  hkd: 400,
  jpy: 50,
  dkk: 250,
  myr: 200,
  nok: 300,
  sek: 300,
  gbp: 30,
}

export type Offer = Pick<
  Stripe.PaymentIntentCreateParams,
  | "allowed_payment_method_types"
  | "automatic_payment_methods"
  | "capture_method"
  | "currency"
  | "excluded_payment_method_types"
  | "payment_method_configuration"
  | "setup_future_usage"
>

/** True if the dashboard's methods are offered: the default when none are named. */
export const isAutomaticOffer = (params: Offer) => params.allowed_payment_method_types === undefined

/** The offered types; incompatible ones are silently left out, as the API does. */
export function methodTypesOf(params: Offer): string[] {
  refuseCompeting(params)
  const wanted: string[] = params.allowed_payment_method_types ?? enabled
  const types = wanted.filter(
    (type) =>
      enabled.includes(type) &&
      !params.excluded_payment_method_types?.includes(type) &&
      fits(type, params),
  )
  if (types.length > 0) return types
  throw invalidRequest(
    "No valid payment method types for this Payment Intent. Please ensure that you have activated payment methods compatible with your chosen currency, amount and parameters in your dashboard.",
  )
}

function fits(type: string, params: Offer): boolean {
  if (type === "card") return true
  const needsCard = params.capture_method === "manual" || params.setup_future_usage !== undefined
  const canRedirect = params.automatic_payment_methods?.allow_redirects !== "never"
  const speaks = walletCurrencies[type]?.split(" ").includes(params.currency.toLowerCase()) ?? false
  return !needsCard && speaks && (canRedirect || type === "wechat_pay")
}

function refuseCompeting(params: Offer): void {
  if (params.allowed_payment_method_types === undefined) return
  const rivals = [
    "automatic_payment_methods",
    "excluded_payment_method_types",
    "payment_method_configuration",
  ] as const
  const rival = rivals.find((name) => params[name] !== undefined)
  if (rival === undefined) return
  throw invalidRequest(
    `You may only specify one of these parameters: allowed_payment_method_types, ${rival}.`,
    { param: rival },
  )
}

/** Refuses amounts and currencies that Stripe would not charge. Minor units. */
export function checkAmount(amount: number, currency: string): void {
  const code = currency.toLowerCase()
  if (!currencies.includes(code)) {
    throw invalidRequest(
      `Invalid currency: ${code}. The sandbox supports these currencies: ${currencies.join(", ")}`,
      { param: "currency" },
    )
  }
  if (amount < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    })
  }
  if (amount < (minimum[code] ?? 50)) {
    throw invalidRequest("Amount must convert to at least 50 cents.", {
      code: "amount_too_small",
      param: "amount",
    })
  }
  if (amount > 99_999_999) {
    throw invalidRequest("Amount must be no more than 999,999.99.", {
      code: "amount_too_large",
      param: "amount",
    })
  }
}
