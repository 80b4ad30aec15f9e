import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { shipAllocationsWorkflow } from "@shangxing/provenance/workflows"

type Shipped = { order_id: string; line_item_ids: string[] }

/** The packs that were allocated to a consignment have left the store-room with it. */
export default async function shipAllocationsOnConsignmentShipped({
  event,
  container,
}: SubscriberArgs<Shipped>): Promise<void> {
  const { order_id, line_item_ids } = event.data
  await shipAllocationsWorkflow(container).run({ input: { order_id, line_item_ids } })
}

export const config: SubscriberConfig = {
  event: "consignment.shipped",
  context: { subscriberId: "ship-allocations-on-consignment-shipped" },
}
