import type { MedusaContainer } from "@medusajs/framework/types"
import { closeTraceDaysWorkflow, recordTraceWorkflow } from "@shangxing/provenance/workflows"

import { dayOf } from "../generate/days"
import { chunksOf } from "./collections"
import type { LoadedOrder } from "./orders"

const CHUNK = 20

/**
 * Tells the season in trace events, each recorded at the time of its act as the story has it, and
 * publishes the roots of its days.
 */
export async function traceSeason(
  container: MedusaContainer,
  lotIds: ReadonlyMap<string, string>,
  orders: readonly LoadedOrder[],
): Promise<void> {
  const sold_at = Object.fromEntries(orders.map(({ id, plan }) => [id, plan.placed_at]))
  for (const lot_ids of chunksOf([...lotIds.values()], CHUNK)) {
    await recordTraceWorkflow(container).run({ input: { lot_ids, history: { sold_at } } })
  }
  const before = dayOf(new Date().toISOString())
  await closeTraceDaysWorkflow(container).run({ input: { before } })
}
