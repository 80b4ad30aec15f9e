import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SavedCardsResponse } from "@shangxing/marketplace/types/cards"

import { readSavedCards } from "../../../../../../gather/saved-cards"
import { forgetCard } from "../../../../../../workflows/payment/forget-card"

/**
 * `DELETE /store/customers/me/cards/:id`: lets go of a card and answers those that are left; 404
 * `card_not_found` for another customer's.
 */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SavedCardsResponse>,
): Promise<void> {
  const { actor_id } = req.auth_context
  await forgetCard(req.scope, actor_id, req.params.id!)
  res.json({ cards: await readSavedCards(req.scope, actor_id) })
}
