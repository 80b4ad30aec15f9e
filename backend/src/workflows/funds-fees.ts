import type { MedusaContainer } from "@medusajs/framework/types"
import { providerFee } from "@shangxing/attribution/domain/funds-postings"

import { modules } from "../gather/modules"
import { readOrderMoney } from "../gather/order-money"

type FeePayment = { orderId: string; intentId: string | null }

/**
 * Posts what the provider charged for a payment: its fee, and those of disputes. The fee of a card
 * payment appears on Stripe's balance a little after the payment, so the sweeper asks again until it
 * is there; each balance transaction is posted once.
 */
export async function bookFees(container: MedusaContainer, payment: FeePayment): Promise<void> {
  const { orderId, intentId } = payment
  if (!intentId) return
  const { movements } = await modules.connect(container).movementsOf(intentId)
  const [money] = (await readOrderMoney(container, orderId)).values()
  const charged = movements.filter(({ fee_minor }) => fee_minor !== 0)
  if (!money || charged.length === 0) return
  await modules.ledger(container).postFundsTransactions(
    charged.map((movement) => ({
      idempotency_key: movement.kind === "charge" ? chargeFeeKey(intentId) : `fee:${movement.id}`,
      kind: "provider_fee" as const,
      effective_at: movement.created_at,
      order_id: orderId,
      source_id: movement.id,
      // A fee is the platform's and of no seller; the book wants a county, the first one's.
      postings: providerFee({ amountFen: movement.fee_minor, countyCode: money.countyCode }),
    })),
  )
}

/** The key of the fee for a payment itself: whether it is in the books is known without asking. */
export function chargeFeeKey(intentId: string): string {
  return `fee:${intentId}`
}
