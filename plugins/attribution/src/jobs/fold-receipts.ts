import type { MedusaContainer } from "@medusajs/framework/types"

import { RECEIPT_MODULE } from "../modules/receipt"
import type ReceiptModuleService from "../modules/receipt/service"

/**
 * Folds what became of receipts since the last minute into their sums, so that figures stay quick to
 * read. They are exact without it. May be killed anywhere, and run by several workers at once.
 */
export default async function foldReceipts(container: MedusaContainer): Promise<void> {
  await container.resolve<ReceiptModuleService>(RECEIPT_MODULE).foldReceipts()
}

export const config = {
  name: "fold-receipts",
  schedule: process.env.FOLD_CRON ?? "* * * * *",
}
