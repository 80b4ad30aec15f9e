import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import type { NewLineEvent } from "../../modules/ledger/types"

/**
 * Posts line events, each batch all or none. No compensation: the step is the last of its workflows,
 * the database commits a batch whole, and a posted transaction is never taken back. What was really
 * refunded is posted as a refund.
 */
export const postLineEventsStep = createStep(
  "post-line-events",
  async (events: NewLineEvent[], { container }) => {
    const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
    return new StepResponse(await ledger.postLineEvents(events))
  },
)
