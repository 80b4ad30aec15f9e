import type { MedusaContainer } from "@medusajs/framework/types"
import { transferToSeller } from "@shangxing/attribution/domain/funds-postings"
import type { PayoutRow } from "@shangxing/marketplace/modules/payout/service"
import { messageOf } from "@shangxing/stripe/lib/message-of"
import { transferConsignmentsWorkflow } from "@shangxing/stripe/workflows"

import { modules } from "../../gather/modules"
import { netReceivable } from "./net-receivable"

/**
 * Sends an open payout and posts it, item by item, and closes it. Every step may run again: an item's
 * id is its transfer's name, and the books take each posting once. An error is kept on the payout,
 * and the next run goes on.
 *
 * @throws what the provider refuses with (`account_not_ready`, …).
 */
export async function carryOutPayout(container: MedusaContainer, payout: PayoutRow): Promise<void> {
  const payouts = modules.payouts(container)
  try {
    await send(container, payout)
  } catch (error) {
    const last_error = messageOf(error)
    await payouts.updatePayouts({ id: payout.id, last_error })
    throw error
  }
  const paid_at = new Date()
  await payouts.updatePayouts({ id: payout.id, status: "paid", paid_at, last_error: null })
}

async function send(container: MedusaContainer, payout: PayoutRow): Promise<void> {
  const { county_code } = await modules.sellers(container).retrieveSeller(payout.seller_id)
  const seller = { sellerId: payout.seller_id, countyCode: county_code }
  const at = new Date(payout.created_at).toISOString()
  if (payout.offset_fen > 0) {
    const key = `clawback:${payout.id}`
    const head = { key, seller, at, sourceId: payout.id, orderId: null }
    await netReceivable(container, { ...head, mostFen: payout.offset_fen })
  }
  for (const item of payout.items.filter(({ transfer_fen }) => transfer_fen > 0)) {
    if (!item.transfer_id) await transfer(container, item)
    await modules.ledger(container).postFundsTransactions([
      {
        idempotency_key: `transfer:${item.id}`,
        kind: "transfer",
        effective_at: at,
        order_id: item.order_id,
        source_id: item.id,
        postings: transferToSeller({ ...seller, transferFen: item.transfer_fen, nettedFen: 0 }),
      },
    ])
  }
}

async function transfer(
  container: MedusaContainer,
  item: PayoutRow["items"][number],
): Promise<void> {
  const { result } = await transferConsignmentsWorkflow(container).run({
    input: {
      order_id: item.order_id,
      payment_intent_id: item.payment_intent_id,
      currency_code: "cny",
      transfers: [
        {
          reference: item.id,
          consignment_id: item.consignment_id,
          seller_id: item.seller_id,
          amount_fen: item.transfer_fen,
          is_from_balance: !item.is_from_charge,
        },
      ],
    },
  })
  await modules.payouts(container).updatePayoutItems({
    id: item.id,
    transfer_id: result[0]!.transfer_id,
    sent_at: new Date(),
  })
}
