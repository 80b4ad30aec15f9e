import {
  cartPaymentState,
  type CartPaymentState,
} from "@shangxing/marketplace/domain/cart-payment-state"
import type { Locale } from "@shangxing/marketplace/lib/localize"
import type { ClaimError, ClaimRow } from "@shangxing/marketplace/modules/checkout/types"
import type { StoreCartPayment } from "@shangxing/marketplace/types/http"

import type { CartPayment, CartSession } from "./cart-payment"

/**
 * What a checkout page shows of a payment; amounts in fen. `spentMethod` is how a payment had come
 * that went back and is the cart's no more.
 */
export function presentPayment(
  { session }: CartPayment,
  claim: ClaimRow | null,
  locale: Locale,
  spentMethod: StoreCartPayment["method"] = null,
): StoreCartPayment {
  const state = stateOf(session, claim)
  const next = nextStepOf(session)
  return {
    state,
    amount_fen: session?.amountFen ?? claim?.amount_fen ?? 0,
    order_id: state === "placed" ? (claim?.order_id ?? null) : null,
    error: errorOf(state, session, claim, locale),
    ...next,
    method: next.method ?? spentMethod,
  }
}

type NextStep = Pick<StoreCartPayment, "method" | "redirect_url" | "qr" | "client_secret">

const nothingToDo: NextStep = { method: null, redirect_url: null, qr: null, client_secret: null }

/** The provider's own words (`StripeSessionData`), field by field. */
function nextStepOf(session: CartSession | null): NextStep {
  const said = { ...nothingToDo, ...(session?.data as Partial<NextStep> | undefined) }
  const { method, redirect_url, qr, client_secret } = said
  return { method, redirect_url, qr, client_secret }
}

function stateOf(session: CartSession | null, claim: ClaimRow | null): CartPaymentState {
  return cartPaymentState(
    session && { status: session.status, isDeclined: Boolean(session.data.last_error) },
    claim && {
      state: claim.state,
      hasOrder: claim.order_id !== null,
      hasPaymentGivenBack: claim.payment_id !== null,
    },
  )
}

function errorOf(
  state: CartPaymentState,
  session: CartSession | null,
  claim: ClaimRow | null,
  locale: Locale,
): StoreCartPayment["error"] {
  if (state === "declined") {
    const said = session?.data.last_error as Declined
    return { code: said.code, message: locale === "en" ? said.message_en : said.message_zh }
  }
  if (state !== "refunded") return null
  // As `progress` has stored it.
  const refusal = claim?.last_error as ClaimError | null
  return refusal ? { code: refusal.code ?? refusal.type, message: refusal.message } : null
}

/** As the provider keeps it: our code and both texts. */
type Declined = { code: string; message_zh: string; message_en: string }
