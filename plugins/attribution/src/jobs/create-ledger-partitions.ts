import type { MedusaContainer } from "@medusajs/framework/types"

import { LEDGER_MODULE } from "../modules/ledger"
import type LedgerModuleService from "../modules/ledger/service"

const MONTHS_AHEAD = 6

/** Creates the journal's partitions half a year ahead. Run twice, it finds nothing to do. */
export default async function createLedgerPartitions(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  await ledger.createPartitionsAhead(MONTHS_AHEAD, new Date())
}

export const config = { name: "create-ledger-partitions", schedule: "17 3 * * *" }
