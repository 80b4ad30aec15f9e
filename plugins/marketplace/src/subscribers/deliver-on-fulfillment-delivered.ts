import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { FulfillmentWorkflowEvents } from "@medusajs/framework/utils"

import { CONSIGNMENT_MODULE } from "../modules/consignment"
import type ConsignmentModuleService from "../modules/consignment/service"
import { deliverConsignmentWorkflow } from "../workflows/deliver-consignment"

/** The operator marked a fulfillment as delivered in Medusa Admin: its consignment follows. */
export default async function deliverOnFulfillmentDelivered({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
  const filter = { fulfillment_id: event.data.id, status: "shipped" as const }
  const [consignment] = await service.listConsignments(filter)
  if (!consignment) return
  const { id: consignment_id, order_id } = consignment
  const delivered_at = new Date().toISOString()
  await deliverConsignmentWorkflow(container).run({
    input: { consignment_id, order_id, said_by: "operator", delivered_at },
  })
}

export const config: SubscriberConfig = {
  event: FulfillmentWorkflowEvents.DELIVERY_CREATED,
  context: { subscriberId: "deliver-on-fulfillment-delivered" },
}
