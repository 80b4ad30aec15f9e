import type { MedusaContainer } from "@medusajs/framework/types"

import { LEDGER_MODULE } from "../modules/ledger"
import type LedgerModuleService from "../modules/ledger/service"

/**
 * Folds what was posted since the last minute into the rollups, so that figures stay quick to read.
 * They are exact without it. May be killed anywhere, and run by several workers at once.
 */
export default async function foldRollups(container: MedusaContainer): Promise<void> {
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).foldRollups()
}

export const config = {
  name: "fold-rollups",
  schedule: process.env.FOLD_CRON ?? "* * * * *",
}
