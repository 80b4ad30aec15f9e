import type { MedusaContainer } from "@medusajs/framework/types"
import type { SellerPayoutsResponse } from "@shangxing/marketplace/types/payouts"

import { env } from "../env"
import { gatherDues, type SellerDue } from "../workflows/payouts/gather-dues"
import { modules } from "./modules"

/** Where a seller stands: its account, what it is owed, what comes next, and what was paid. */
export async function readSellerPayouts(
  container: MedusaContainer,
  sellerId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<SellerPayoutsResponse> {
  const [account, balance, dues, [payouts, count]] = await Promise.all([
    modules.connect(container).accountOfSeller(sellerId),
    modules.ledger(container).sellerBalance(sellerId),
    gatherDues(container, sellerId),
    modules
      .payouts(container)
      .listAndCountPayouts(
        { seller_id: sellerId },
        { relations: ["items"], order: { created_at: "DESC" }, take: limit, skip: offset },
      ),
  ])
  const displayIds = await displayIdsOf(
    container,
    payouts.flatMap(({ items }) => items.map(({ consignment_id }) => consignment_id)),
  )
  const open = dues.filter(({ due_fen }) => due_fen !== 0)
  return {
    is_simulated: env.STRIPE_API_BASE !== undefined,
    delivered_after_days: env.DELIVERED_AFTER_DAYS,
    payout_after_days: env.PAYOUT_AFTER_DAYS,
    account: account
      ? {
          status: account.status,
          country: account.country,
          // The JSON column's type is a record; a list is JSON too.
          due_fields: account.due_fields as unknown as string[],
        }
      : null,
    balance: { ...balance, next_payout_fen: nextPayoutFen(open) },
    upcoming: open.map(({ consignment_id, display_id, due_fen, hold, payable_at }) => ({
      consignment_id,
      display_id,
      due_fen,
      hold,
      payable_at,
    })),
    payouts: payouts.map((payout) => ({
      id: payout.id,
      status: payout.status,
      created_at: new Date(payout.created_at).toISOString(),
      paid_at: payout.paid_at ? new Date(payout.paid_at).toISOString() : null,
      transfer_fen: payout.transfer_fen,
      offset_fen: payout.offset_fen,
      items: payout.items.map((item) => ({
        consignment_id: item.consignment_id,
        display_id: displayIds.get(item.consignment_id) ?? 0,
        gross_fen: item.gross_fen,
        transfer_fen: item.transfer_fen,
      })),
    })),
    count,
    limit,
    offset,
  }
}

/** What a run at this moment would send; what the seller owes comes off first. */
function nextPayoutFen(dues: SellerDue[]): number {
  const free = dues.filter(({ is_held, due_fen }) => due_fen < 0 || !is_held)
  return Math.max(
    0,
    free.reduce((sum, { due_fen }) => sum + due_fen, 0),
  )
}

async function displayIdsOf(container: MedusaContainer, consignmentIds: string[]) {
  const rows = await modules.consignments(container).listConsignments({ id: consignmentIds })
  return new Map(rows.map(({ id, display_id }) => [id, display_id]))
}
