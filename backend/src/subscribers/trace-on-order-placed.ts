import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { recordTraceWorkflow } from "@shangxing/provenance/workflows"

import { modules } from "../gather/modules"

/**
 * A sale is told in the trace of its lots. Not while the order is made: the buyer would wait for
 * signatures that nobody reads yet; a sweeper tells what this event has missed.
 */
export default async function traceOnOrderPlaced({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const sold = await modules.lots(container).listLotAllocations({ order_id: event.data.id })
  const lot_ids = [...new Set(sold.map(({ lot_id }) => lot_id))]
  if (lot_ids.length > 0) await recordTraceWorkflow(container).run({ input: { lot_ids } })
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "trace-on-order-placed" },
}
