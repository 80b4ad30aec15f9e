/**
 * Which order a buyer without link or account may see: the one whose number, email and last digits of
 * the telephone all fit. Few tries an hour, because four digits are soon guessed. Rule: docs/domain.md §10.
 */

export type OrderContact = { readonly email: string | null; readonly phone: string | null }

/** What a buyer knows of it. */
export type KnownContact = { readonly email: string; readonly phoneLast4: string }

/** Wrong tries at one order number, and for how long they are counted. */
export const LOOKUP_TRIES = 5
export const LOOKUP_SECONDS = 60 * 60

/** Whether an order number was tried in vain so often that even the right answer waits. */
export function isLookedUpTooOften(wrongTries: number): boolean {
  return wrongTries >= LOOKUP_TRIES
}

/**
 * Whether email and last four digits both fit. The email however it is written; of the telephone only
 * digits count. An order that has no email, or no telephone of four digits, fits nothing.
 */
export function fitsContact({ email, phone }: OrderContact, known: KnownContact): boolean {
  if (!email || email.toLowerCase() !== known.email.trim().toLowerCase()) return false
  const digits = phone?.replace(/\D/g, "") ?? ""
  return digits.length >= 4 && digits.slice(-4) === known.phoneLast4
}
