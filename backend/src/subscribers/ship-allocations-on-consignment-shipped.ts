import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { recordTraceWorkflow, shipAllocationsWorkflow } from "@shangxing/provenance/workflows"

import { modules } from "../gather/modules"
import { followLots } from "../workflows/follow-lots"

type Shipped = { order_id: string; line_item_ids: string[] }

/** The packs that were allocated to a consignment have left the store-room with it. */
export default async function shipAllocationsOnConsignmentShipped({
  event,
  container,
}: SubscriberArgs<Shipped>): Promise<void> {
  const { order_id, line_item_ids } = event.data
  await shipAllocationsWorkflow(container).run({ input: { order_id, line_item_ids } })
  // Medusa took the packs from its level when it fulfilled; a lot packed in between would have
  // counted them once more.
  const shipped = await modules.lots(container).listLotAllocations({ line_item_id: line_item_ids })
  const lot_ids = shipped.map(({ lot_id }) => lot_id)
  await recordTraceWorkflow(container).run({ input: { lot_ids } })
  await followLots(container, [...new Set(shipped.map(({ variant_id }) => variant_id))])
}

export const config: SubscriberConfig = {
  event: "consignment.shipped",
  context: { subscriberId: "ship-allocations-on-consignment-shipped" },
}
