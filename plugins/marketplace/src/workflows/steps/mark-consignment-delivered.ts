import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"

type Delivery = {
  consignment_id: string
  said_by: "buyer" | "operator" | "nobody"
  delivered_at: string
}

/** Writes down when a consignment arrived and who said so; compensation has it on the road again. */
export const markConsignmentDeliveredStep = createStep(
  "mark-consignment-delivered",
  async ({ consignment_id, said_by, delivered_at }: Delivery, { container }) => {
    await container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE).updateConsignments({
      id: consignment_id,
      status: "delivered",
      delivered_at: new Date(delivered_at),
      delivery_said_by: said_by,
    })
    return new StepResponse(consignment_id, consignment_id)
  },
  async (id, { container }) => {
    if (!id) return
    await container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE).updateConsignments({
      id,
      status: "shipped",
      delivered_at: null,
      delivery_said_by: null,
    })
  },
)
