import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SavedCardsResponse } from "@shangxing/marketplace/types/cards"

import { readSavedCards } from "../../../../../gather/saved-cards"

/** `GET /store/customers/me/cards`: the cards that the customer keeps, the newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SavedCardsResponse>,
): Promise<void> {
  res.json({ cards: await readSavedCards(req.scope, req.auth_context.actor_id) })
}
