import type { Basket } from "~/features/cart/cart"
import { isStockRefusal, type LineProblems } from "~/features/cart/refusal"

import type { DeliveryErrors, DeliveryValues } from "./delivery"
import type { ParcelChoice, Till } from "./freight"
import type { PayChoice } from "./pay-method"

/** What the checkout page shows: always all that was typed and chosen, with what is wrong. */
export type CheckoutView = {
  basket: Basket
  values: DeliveryValues
  errors: DeliveryErrors
  choices: ParcelChoice[]
  till: Till
  problems: LineProblems
  pay: PayChoice
  refusal: CheckoutRefusal | null
}

/** Why the order was not placed. Nothing has been charged in any of these cases. */
export type CheckoutRefusal =
  | { reason: "stock_short" }
  | { reason: "price_changed"; beforeFen: number | null; afterFen: number | null }
  | { reason: "parcel_shipping_missing" }
  | { reason: "seller_closed" }
  /** The provider's reason, in the reader's language. */
  | { reason: "payment_refused"; message: string }
  | { reason: "not_placed"; code: string }

const reasonOf: Record<
  string,
  Exclude<CheckoutRefusal["reason"], "price_changed" | "not_placed" | "payment_refused">
> = {
  seller_closed: "seller_closed",
  seller_missing: "seller_closed",
  seller_suspended: "seller_closed",
  parcel_shipping_missing: "parcel_shipping_missing",
  parcel_shipping_orphaned: "parcel_shipping_missing",
  parcel_option_invalid: "parcel_shipping_missing",
}

/** The backend's code as a reason that the page has words for. */
export function refusalOf({ code, message }: { code: string; message: string }): CheckoutRefusal {
  if (isStockRefusal(code)) return { reason: "stock_short" }
  if (code === "price_changed") return { reason: "price_changed", beforeFen: null, afterFen: null }
  const reason = reasonOf[code]
  if (reason) return { reason }
  if (isAboutPaying(code)) return { reason: "payment_refused", message }
  return { reason: "not_placed", code }
}

/** Codes of the payment provider say by their first word what they are about. */
function isAboutPaying(code: string): boolean {
  return /^(payment|card|wallet|funds|authentication|provider)_/.test(code)
}

/** What stops the order before anything is sent: goods that are gone, a parcel with no way to go. */
export function standingRefusal(view: CheckoutView): CheckoutRefusal | null {
  if (Object.keys(view.problems).length > 0) return { reason: "stock_short" }
  if (view.till.freightFen.includes(null)) return { reason: "parcel_shipping_missing" }
  return null
}

/** The total that the buyer saw when the form was sent, in fen; `null` when it is no number. */
export function shownTotal(form: FormData): number | null {
  const text = form.get("total_fen")
  return typeof text === "string" && /^\d+$/.test(text) ? Number(text) : null
}
