import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"

export type Shipment = {
  id: string
  carrier: string
  tracking_number: string
  fulfillment_id: string
}

/** Writes down how and when a consignment left; compensation has it waiting again. */
export const markConsignmentShippedStep = createStep(
  "mark-consignment-shipped",
  async (shipment: Shipment, { container }) => {
    const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
    const consignment = await service.updateConsignments({
      ...shipment,
      status: "shipped",
      shipped_at: new Date(),
    })
    return new StepResponse(consignment, shipment.id)
  },
  async (id, { container }) => {
    if (!id) return
    await container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE).updateConsignments({
      id,
      status: "awaiting_shipment",
      carrier: null,
      tracking_number: null,
      fulfillment_id: null,
      shipped_at: null,
    })
  },
)
