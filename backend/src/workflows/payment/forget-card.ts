import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refuse } from "@shangxing/marketplace/lib/localize"

import { readSavedCards } from "../../gather/saved-cards"
import { STRIPE_PROVIDER } from "../../gather/stripe-session"

/**
 * Lets go of a card that a customer keeps; payments made with it stay. One that is not the
 * customer's own, or is gone already, is none.
 *
 * @throws MedusaError NOT_FOUND `card_not_found`.
 */
export async function forgetCard(
  container: MedusaContainer,
  customerId: string,
  cardId: string,
): Promise<void> {
  const cards = await readSavedCards(container, customerId)
  if (!cards.some(({ id }) => id === cardId)) {
    throw refuse("not_found", "card_not_found", {
      zh: "没有找到这张卡，可能已经删掉了。",
      en: "There is no such card; it may have been removed already.",
    })
  }
  await container
    .resolve(Modules.PAYMENT)
    .deletePaymentMethods({ id: cardId, provider_id: STRIPE_PROVIDER, data: { id: cardId } })
}
