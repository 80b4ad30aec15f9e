import type { MedusaContainer } from "@medusajs/framework/types"

import { modules } from "../../gather/modules"
import { readRows } from "../../gather/read-rows"

/** The payment of Medusa's that a payment intent of Stripe's is; undefined for a stranger's. */
export async function findPaymentOfIntent(
  container: MedusaContainer,
  intentId: string,
): Promise<string | undefined> {
  const call = await modules.providerCalls(container).callOfObject(intentId)
  // The intent was created for a payment session, by that name.
  const sessionId = call?.kind === "create" ? call.reference : undefined
  if (!sessionId) return undefined
  const [payment] = await readRows<{ id: string }>(container, {
    entity: "payment",
    fields: ["id"],
    filters: { payment_session_id: sessionId },
  })
  return payment?.id
}
