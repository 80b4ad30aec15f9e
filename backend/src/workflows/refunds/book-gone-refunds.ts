import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { givenBackName, goneRefunds } from "@shangxing/marketplace/domain/given-back"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { modules } from "../../gather/modules"
import { readRows } from "../../gather/read-rows"
import { bookOrderPayments } from "../book-payment"

/**
 * Gives back what was booked of refunds that are Medusa's no more: a booking may come between Medusa's
 * writing a refund down and its undoing it again, and nobody tells of the latter. Looks at what the books
 * took since then; one order's trouble does not stop the others.
 */
export async function bookGoneRefunds(container: MedusaContainer, since: Date): Promise<void> {
  const taken = await modules.consignments(container).refundSourcesSince(since)
  const gone = await unbooked(container, await goneOf(container, [...taken.values()].flat()))
  for (const [orderId, sources] of taken) {
    if (!sources.some((id) => gone.has(id))) continue
    try {
      await bookOrderPayments(container, orderId)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Refunds of order ${orderId} could not be given back: ${messageOf(error)}`)
    }
  }
}

/** Medusa is asked after the books: what it writes down meanwhile is in neither list, or in its own. */
async function goneOf(container: MedusaContainer, sources: string[]): Promise<string[]> {
  const refunds = await readRows<{ id: string }>(container, {
    entity: "refund",
    fields: ["id"],
    filters: { id: sources },
  })
  return goneRefunds(
    sources,
    refunds.map(({ id }) => id),
  )
}

/** Without those that were given back in both books already: attribution comes last. */
async function unbooked(container: MedusaContainer, refundIds: string[]): Promise<Set<string>> {
  const names = refundIds.map(givenBackName)
  const booked = new Set(await modules.ledger(container).postedSourceIds("capture", names))
  return new Set(refundIds.filter((id) => !booked.has(givenBackName(id))))
}
