/**
 * The payment intent that a payment session was opened with, read from the session's `data`; null when it
 * was never opened: a process that dies between Medusa's row and Stripe's answer leaves a row without it,
 * and no buyer has ever seen a page of that payment.
 */
export function intentIdOf(data: object | null | undefined): string | null {
  const id = (data as { id?: unknown } | null | undefined)?.id
  return typeof id === "string" && id !== "" ? id : null
}
