import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"

/**
 * Cancels what an order still has to ship, and answers which consignments that was.
 *
 * There is nothing to undo: it follows a cancellation of Medusa's, which is not undone either.
 */
export const cancelConsignmentRowsStep = createStep(
  "cancel-consignment-rows",
  async ({ order_id }: { order_id: string }, { container }) => {
    const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
    const waiting = await service.listConsignments({ order_id, status: "awaiting_shipment" })
    const ids = waiting.map(({ id }) => id)
    await service.cancelForOrder(ids)
    return new StepResponse(ids)
  },
)
