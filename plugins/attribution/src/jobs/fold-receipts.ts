import type { MedusaContainer } from "@medusajs/framework/types"

import { RECEIPT_MODULE } from "../modules/receipt"
import type ReceiptModuleService from "../modules/receipt/service"

/**
 * Folds what became of receipts since the last minute into their sums, so that figures stay quick to
 * read. They are exact without it. May be killed anywhere, and run by several workers at once.
 */
export default async function foldReceipts(container: MedusaContainer): Promise<void> {
  const receipts = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
  let folded = DELTAS_PER_FOLD
  while (folded === DELTAS_PER_FOLD) folded = await receipts.foldReceipts(DELTAS_PER_FOLD)
}

/** A fold is one DB transaction, so this is what a kill undoes. */
const DELTAS_PER_FOLD = 20_000

export const config = { name: "fold-receipts", schedule: process.env.FOLD_CRON ?? "* * * * *" }
