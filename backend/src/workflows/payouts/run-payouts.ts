import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { payableFen } from "@shangxing/marketplace/domain/seller-due"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { modules } from "../../gather/modules"
import { carryOutPayout } from "./carry-out-payout"
import { gatherDues } from "./gather-dues"
import { reverseExcess, reverseLeft } from "./reverse-excess"

/** What a run did, seller by seller; sellers to whom nothing is owed are left out. */
export type PayoutReport = {
  paid: { seller_id: string; payout_id: string; transfer_fen: number }[]
  /** Money is owed, and the seller's account can't take it yet. */
  waiting: { seller_id: string; reason: string; due_fen: number }[]
  failed: { seller_id: string; message: string }[]
}

/**
 * Pays every seller what is due: first takes back what was sent too much, then sends one transfer
 * per consignment. One seller's trouble does not stop the others. Run again, or after a crash at any
 * point, it sends what is missing and nothing twice.
 */
export async function runPayouts(container: MedusaContainer): Promise<PayoutReport> {
  const report: PayoutReport = { paid: [], waiting: [], failed: [] }
  await reverseLeft(container)
  for (const { id } of await modules.sellers(container).listSellers({}, { order: { id: "ASC" } })) {
    try {
      await paySeller(container, id, report)
    } catch (error) {
      const message = messageOf(error)
      report.failed.push({ seller_id: id, message })
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Seller ${id} was not paid: ${message}`)
    }
  }
  return report
}

async function paySeller(container: MedusaContainer, sellerId: string, report: PayoutReport) {
  await container.resolve(Modules.LOCKING).execute(
    `payouts:${sellerId}`,
    async () => {
      const owing = (await gatherDues(container, sellerId)).filter(({ due_fen }) => due_fen < 0)
      for (const { consignment_id } of owing) await reverseExcess(container, consignment_id)
      const dues = await gatherDues(container, sellerId)
      const due_fen = payableFen(dues.map((one) => ({ dueFen: one.due_fen, isHeld: one.is_held })))
      const account = await modules.connect(container).accountOfSeller(sellerId)
      if (account?.status !== "active") {
        const reason = account?.status ?? "no_account"
        if (due_fen > 0) report.waiting.push({ seller_id: sellerId, reason, due_fen })
        return
      }
      const payout = await modules.payouts(container).openPayout(sellerId, dues)
      if (!payout) return
      await carryOutPayout(container, payout)
      const { id: payout_id, transfer_fen } = payout
      report.paid.push({ seller_id: sellerId, payout_id, transfer_fen })
    },
    { timeout: 60 },
  )
}

/**
 * Tries an open payout again; one that is paid stays as it is.
 *
 * @throws MedusaError NOT_FOUND `payout_unknown`, and what the provider refuses with.
 */
export async function retryPayout(container: MedusaContainer, payoutId: string): Promise<void> {
  const payouts = modules.payouts(container)
  const [payout] = await payouts.listPayouts({ id: payoutId }, { relations: ["items"] })
  if (!payout) {
    throw refuse("not_found", "payout_unknown", {
      zh: "没有找到这笔打款。",
      en: "There is no such payout.",
    })
  }
  if (payout.status === "paid") return
  await container
    .resolve(Modules.LOCKING)
    .execute(`payouts:${payout.seller_id}`, () => carryOutPayout(container, payout), {
      timeout: 60,
    })
}
