import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { recordTraceWorkflow } from "@shangxing/provenance/workflows"

import { gatherReturns } from "../gather/returns"

type Received = { order_id: string; return_id: string }

/** Goods that came back are told in the trace of the lots they were sold from. */
export default async function traceOnReturnReceived({
  event,
  container,
}: SubscriberArgs<Received>): Promise<void> {
  const returns = await gatherReturns(container, { id: event.data.return_id })
  const lot_ids = returns.map(({ lot_id }) => lot_id)
  await recordTraceWorkflow(container).run({ input: { lot_ids, returns } })
}

export const config: SubscriberConfig = {
  event: "order.return_received",
  context: { subscriberId: "trace-on-return-received" },
}
