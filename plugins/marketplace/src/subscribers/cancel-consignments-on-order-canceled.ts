import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { cancelConsignmentsWorkflow } from "../workflows"

/** An order that was cancelled has nothing left to ship. */
export default async function cancelConsignmentsOnOrderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await cancelConsignmentsWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "cancel-consignments-on-order-canceled" },
}
