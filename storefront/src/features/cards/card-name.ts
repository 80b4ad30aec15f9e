import type { SavedCard } from "@shangxing/marketplace/types/cards"

/** Brands as their holders know them; Stripe's names. */
const brands: Record<string, string | undefined> = {
  visa: "Visa",
  mastercard: "Mastercard",
  unionpay: "银联 UnionPay",
  amex: "American Express",
  jcb: "JCB",
  discover: "Discover",
  diners: "Diners Club",
}

/** A card as one tells it from another: `Visa ···· 4242`. */
export function cardName({ brand, last4 }: Pick<SavedCard, "brand" | "last4">): string {
  const name = (brand && brands[brand]) ?? brand ?? ""
  return [name, last4 && `···· ${last4}`].filter(Boolean).join(" ")
}

/** Its last month as it stands on the card: `12/34`; null where it is not known. */
export function cardExpiry(card: Pick<SavedCard, "exp_month" | "exp_year">): string | null {
  if (card.exp_month === null || card.exp_year === null) return null
  return `${String(card.exp_month).padStart(2, "0")}/${String(card.exp_year % 100).padStart(2, "0")}`
}

/** Whether its last month is over. */
export function isExpired(
  { exp_month, exp_year }: Pick<SavedCard, "exp_month" | "exp_year">,
  now: Date,
): boolean {
  if (exp_month === null || exp_year === null) return false
  return now.getTime() >= Date.UTC(exp_year, exp_month)
}
