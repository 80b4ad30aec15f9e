/**
 * What an address of the books asks for. Every choice is in the address, so that it can be kept,
 * sent on, printed and gone back to; what it does not know is left out.
 */
import type { HouseholdBenefit } from "@shangxing/attribution/types/books"

export type BooksQuery = Record<string, string>

const kept = ["period", "circle", "seller", "product", "as_of"] as const

const own = {
  entries: ["account", "kind", "state", "lot", "order", "household"],
  receipts: ["state", "channel", "household"],
  households: ["benefit", "sort", "q"],
  agreements: ["state"],
  report: [],
} as const

export type BooksPage = keyof typeof own

/** The part of an address that a page of the books knows; empty values are none. */
export function booksQuery(page: BooksPage, params: URLSearchParams): BooksQuery {
  const query: BooksQuery = {}
  for (const name of [...kept, ...own[page]]) {
    const value = params.get(name)?.trim()
    if (value) query[name] = value
  }
  return query
}

/** Rows to leave out before the page; anything else than a whole number above zero is none. */
export function offsetAsked(params: URLSearchParams): number {
  const offset = Number(params.get("offset") ?? 0)
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0
}

const benefits: Record<string, HouseholdBenefit> = {
  some: "received",
  received: "received",
  none: "nothing",
  nothing: "nothing",
  attributed: "attributed",
  all: "all",
}

/** Which households an address asks for; the overview says `some` and `none`. */
export function benefitAsked(text: string | undefined): HouseholdBenefit {
  return benefits[text ?? "received"] ?? "received"
}

/** Twelve months that end with today: the period of a household's page that names none. */
export function twelveMonthsUntil(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number)
  const first = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10)
  return `${first}..${today}`
}
