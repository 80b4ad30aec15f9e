import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { readRows } from "../../gather/read-rows"
import { isUnopened, type OfProvider } from "../../gather/stripe-session"

/** One at a time opens a cart's payment: two presses at a time would open two, one of them nobody's. */
export async function whileNobodyOpens<T>(
  container: MedusaContainer,
  cartId: string,
  work: () => Promise<T>,
): Promise<T> {
  const locks = container.resolve(Modules.LOCKING)
  return await locks.execute(`open-payment:${cartId}`, work, { timeout: 30 })
}

type StoredSession = OfProvider & {
  id: string
  raw_amount: BigNumberInput
  currency_code: string
}

/**
 * Takes away a cart's payment sessions that a dead process left before their provider's answer reached
 * them: Medusa would authorise one of them in place of the payment that was made. Money that comes for
 * one of them after all goes back (`followEffect`).
 */
export async function dropUnopened(container: MedusaContainer, cartId: string): Promise<void> {
  await whileNobodyOpens(container, cartId, async () => {
    const [cart] = await readRows<{
      payment_collection?: { payment_sessions?: StoredSession[] | null } | null
    }>(container, {
      entity: "cart",
      fields: ["payment_collection.payment_sessions.*"],
      filters: { id: cartId },
    })
    for (const session of cart?.payment_collection?.payment_sessions ?? []) {
      if (isUnopened(session)) {
        await container.resolve(Modules.PAYMENT).deletePaymentSession(session.id)
      }
    }
  })
}

/** Lets a session that never got its provider's answer have the intent that was opened for it, where one is told. */
export async function adoptIntent(
  container: MedusaContainer,
  sessionId: string,
  intentId: unknown,
): Promise<void> {
  if (typeof intentId !== "string") return
  const [session] = await readRows<StoredSession>(container, {
    entity: "payment_session",
    fields: ["*"],
    filters: { id: sessionId },
  })
  if (!session || !isUnopened(session)) return
  const { id, data, raw_amount: amount, currency_code } = session
  await container
    .resolve(Modules.PAYMENT)
    .updatePaymentSession({ id, data: { ...data, id: intentId }, amount, currency_code })
}
