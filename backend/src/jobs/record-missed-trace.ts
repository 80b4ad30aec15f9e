import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "@shangxing/provenance/domain/business-day"
import { closeTraceDaysWorkflow, recordTraceWorkflow } from "@shangxing/provenance/workflows"

import { gatherReturns } from "../gather/returns"
import { modules } from "../gather/modules"

const lookBackHours = 48
const lotsAtOnce = 50

/**
 * The sweeper of the trace: tells what a crash left untold of the lots that changed in the last two
 * days, declares as errors the sales whose orders did not come about, and publishes the roots of
 * days that are over.
 */
export default async function recordMissedTrace(container: MedusaContainer): Promise<void> {
  const since = new Date(Date.now() - lookBackHours * 3_600_000).toISOString()
  const lotIds = await modules.lots(container).lotsTouchedSince(since)
  for (let from = 0; from < lotIds.length; from += lotsAtOnce) {
    const lot_ids = lotIds.slice(from, from + lotsAtOnce)
    await recordTraceWorkflow(container).run({ input: { lot_ids } })
  }
  const returns = await gatherReturns(container, { received_at: { $gte: since } })
  const lot_ids = returns.map(({ lot_id }) => lot_id)
  await recordTraceWorkflow(container).run({ input: { lot_ids, returns } })
  await closeTraceDaysWorkflow(container).run({ input: { before: businessDay(new Date()) } })
}

export const config = { name: "record-missed-trace", schedule: "*/5 * * * *" }
