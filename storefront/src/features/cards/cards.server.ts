import type { SavedCard, SavedCardsResponse } from "@shangxing/marketplace/types/cards"

import { attempt } from "~/lib/attempt"
import { apiFor, type SessionContext } from "~/lib/session.server"

const path = "/store/customers/me/cards"

/** The signed-in customer's cards; null when the payment service cannot be reached. */
export async function fetchCards(context: SessionContext): Promise<SavedCard[] | null> {
  const answer = await attempt(apiFor(context, "customer").fetch<SavedCardsResponse>(path))
  return answer.ok ? answer.value.cards : null
}

/** What came of removing a card; null when nobody asked for it. */
export type CardNotice = { is: "removed" } | { is: "down" } | { is: "refused"; message: string }

/** Removes the card that the account page's form names. */
export async function settleCards(
  context: SessionContext & { request: Request },
): Promise<CardNotice | null> {
  if (context.request.method !== "POST") return null
  const id = (await context.request.formData()).get("remove_card")
  if (typeof id !== "string") return null
  const removed = await attempt(
    apiFor(context, "customer").fetch<SavedCardsResponse>(`${path}/${encodeURIComponent(id)}`, {
      method: "DELETE",
    }),
  )
  if (removed.ok) return { is: "removed" }
  const { status, message } = removed.error
  return status >= 500 ? { is: "down" } : { is: "refused", message }
}

export function statusOfCards(notice: CardNotice | null): number {
  if (notice?.is === "down") return 503
  return notice?.is === "refused" ? 404 : 200
}
