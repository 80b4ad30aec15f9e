/** What can be told of a card before anybody is asked: Stripe.js refuses the same, by the same codes. */

export type TypedCard = { number: string; expiry: string; cvc: string }

export type CardFault =
  | "incomplete_number"
  | "invalid_number"
  | "incomplete_expiry"
  | "invalid_expiry_month"
  | "invalid_expiry_year_past"
  | "incomplete_cvc"

const digitsOf = (text: string) => text.replace(/\D/g, "")

/** The first thing that is wrong with a card, or null. `now` decides what has expired. */
export function cardFault({ number, expiry, cvc }: TypedCard, now: Date): CardFault | null {
  const digits = digitsOf(number)
  if (digits.length < 14) return "incomplete_number"
  if (!passesLuhn(digits)) return "invalid_number"
  const date = expiryOf(expiry)
  if (!date) return "incomplete_expiry"
  if (date.month < 1 || date.month > 12) return "invalid_expiry_month"
  if (hasPassed(date, now)) return "invalid_expiry_year_past"
  return digitsOf(cvc).length < (/^3[47]/.test(digits) ? 4 : 3) ? "incomplete_cvc" : null
}

/** `12/34` or `1234`, with any separator: month and full year. */
export function expiryOf(text: string): { month: number; year: number } | null {
  const digits = digitsOf(text)
  if (digits.length !== 4) return null
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2)) }
}

/** A card is good to the last day of its month. */
function hasPassed({ month, year }: { month: number; year: number }, now: Date): boolean {
  return year * 12 + month < now.getFullYear() * 12 + now.getMonth() + 1
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** `4242424242424242` → `4242 4242 4242 4242`, as one types it. */
export function spaced(text: string): string {
  return digitsOf(text)
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, "$1 ")
}

/** `1234` → `12/34`. */
export function slashed(text: string): string {
  const digits = digitsOf(text).slice(0, 4)
  return digits.length > 2 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits
}

/** The card as Stripe's API takes it. */
export function cardParams({ number, expiry, cvc }: TypedCard): Record<string, string> {
  const date = expiryOf(expiry)
  return {
    number: digitsOf(number),
    exp_month: String(date?.month ?? ""),
    exp_year: String(date?.year ?? ""),
    cvc: digitsOf(cvc),
  }
}
