import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { transferReversal } from "@shangxing/attribution/domain/funds-postings"
import { isReversalRefused } from "@shangxing/marketplace/domain/failed-reversal"
import type { PayoutReversalRow } from "@shangxing/marketplace/modules/payout/service"
import { messageOf } from "@shangxing/stripe/lib/message-of"
import { reverseTransfersWorkflow } from "@shangxing/stripe/workflows"

import { modules } from "../../gather/modules"
import { gatherDue } from "./gather-dues"
import { netReceivable } from "./net-receivable"

/**
 * Takes back what a seller was sent for a consignment beyond what is now its own: after a refund or
 * a lost dispute. Each reversal is written down before it is asked for; a run that died goes on. What
 * the provider refuses to take back is set off against the seller's next payout.
 */
export async function reverseExcess(
  container: MedusaContainer,
  consignmentId: string,
): Promise<void> {
  const consignment = await modules.consignments(container).retrieveConsignment(consignmentId)
  const due = await gatherDue(container, consignment)
  if (!due) return
  const open = await modules.payouts(container).openReversals(consignment.seller_id, due)
  for (const reversal of open) await carryOut(container, reversal)
}

/** Goes on with reversals that a crash or the provider left open, and says which failed again. */
export async function reverseLeft(container: MedusaContainer): Promise<void> {
  const left = await modules.payouts(container).listPayoutReversals({ settled_at: null })
  for (const reversal of left) await carryOut(container, reversal)
}

async function carryOut(container: MedusaContainer, reversal: PayoutReversalRow): Promise<void> {
  try {
    await take(container, reversal)
  } catch (error) {
    await noteFailure(container, reversal, error)
  }
}

async function take(container: MedusaContainer, reversal: PayoutReversalRow): Promise<void> {
  const payouts = modules.payouts(container)
  const item = await payouts.retrievePayoutItem(reversal.payout_item_id)
  const { id, seller_id, order_id, amount_fen } = reversal
  const { result } = await reverseTransfersWorkflow(container).run({
    input: {
      order_id,
      reversals: [{ reference: id, transfer_id: item.transfer_id!, seller_id, amount_fen }],
    },
  })
  const at = new Date(reversal.created_at).toISOString()
  const { county_code } = await modules.sellers(container).retrieveSeller(seller_id)
  const seller = { sellerId: seller_id, countyCode: county_code }
  await modules.ledger(container).postFundsTransactions([
    {
      idempotency_key: `transfer_reversal:${id}`,
      kind: "transfer_reversal",
      effective_at: at,
      order_id,
      source_id: id,
      postings: transferReversal({ ...seller, amountFen: amount_fen }),
    },
  ])
  const key = `clawback:${id}`
  const head = { key, seller, at, sourceId: id, orderId: order_id }
  await netReceivable(container, { ...head, mostFen: amount_fen })
  await payouts.updatePayoutReversals({
    id,
    reversal_id: result[0]!.reversal_id,
    settled_at: new Date(),
    last_error: null,
  })
}

/** Keeps what was said; a refused reversal is closed, another is asked for again. */
async function noteFailure(container: MedusaContainer, { id }: PayoutReversalRow, error: unknown) {
  const payouts = modules.payouts(container)
  const failure = error as { type?: string; code?: string; message?: string }
  const message = messageOf(error)
  await payouts.updatePayoutReversals({ id, last_error: message })
  if (isReversalRefused(failure)) await payouts.softDeletePayoutReversals([id])
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`Reversal ${id} was not made: ${message}`)
}
