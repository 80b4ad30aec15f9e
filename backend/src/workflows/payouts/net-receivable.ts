import type { MedusaContainer } from "@medusajs/framework/types"
import { clawback } from "@shangxing/attribution/domain/funds-postings"
import { amountToNet } from "@shangxing/attribution/domain/netting"

import { modules } from "../../gather/modules"

export type Netting = {
  /** Names it for good: netted once. */
  key: string
  seller: { sellerId: string; countyCode: string }
  /** The payout or reversal that it belongs to. */
  sourceId: string
  orderId: string | null
  at: string
  /** At most this much, and never more than stands on either side. */
  mostFen: number
}

/** Sets what a seller owes off against what it is owed, in the funds book. */
export async function netReceivable(container: MedusaContainer, netting: Netting): Promise<void> {
  const ledger = modules.ledger(container)
  const { seller } = netting
  const amountOf = (balance: { payable_fen: number; receivable_fen: number }) =>
    amountToNet(
      { payableFen: balance.payable_fen, receivableFen: balance.receivable_fen },
      netting.mostFen,
    )
  // The book takes no posting over nothing.
  if (amountOf(await ledger.sellerBalance(seller.sellerId)) === 0) return
  await ledger.postSellerTransaction(seller.sellerId, netting.key, (balance) => ({
    kind: "clawback" as const,
    effective_at: netting.at,
    order_id: netting.orderId,
    source_id: netting.sourceId,
    postings: clawback({ ...seller, amountFen: amountOf(balance) }),
  }))
}
