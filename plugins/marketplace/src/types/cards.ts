/** What the routes of a customer's cards answer. The storefront may `import type` from here. */

/** A card that a customer keeps: enough to tell it from another, nothing to pay with elsewhere. */
export type SavedCard = {
  id: string
  brand: string | null
  last4: string | null
  exp_month: number | null
  exp_year: number | null
}

/** `GET /store/customers/me/cards`, and the answer of `DELETE …/cards/:id`. */
export type SavedCardsResponse = { cards: SavedCard[] }
