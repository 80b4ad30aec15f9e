/**
 * The amount guard: what Stripe holds must be what the payment session asks for, to the fen and in the
 * same currency, before the payment is authorized and again before it is captured. Medusa does not
 * compare them (medusajs/medusa#16407).
 */
export type Money = { amountMinor: number; currency: string }

export type AmountRefusal = "payment_amount_differs" | "payment_currency_differs"

/** `null` when both are the same money, else why they aren't. */
export function refusalOfAmount(expected: Money, actual: Money): AmountRefusal | null {
  if (expected.currency.toLowerCase() !== actual.currency.toLowerCase()) {
    return "payment_currency_differs"
  }
  return expected.amountMinor === actual.amountMinor ? null : "payment_amount_differs"
}
