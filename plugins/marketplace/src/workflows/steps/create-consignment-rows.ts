import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"
import type { NewConsignment } from "../../modules/consignment/types"

/**
 * Writes an order's consignments and what is due on each; an order that has them keeps them.
 * Compensation cancels what this run wrote: allocations are append-only.
 */
export const createConsignmentRowsStep = createStep(
  "create-consignment-rows",
  async (input: { consignments: NewConsignment[]; source_id: string }, { container }) => {
    const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
    const written = await service.createForOrder(input.consignments, input.source_id)
    return new StepResponse(written, written.created_ids)
  },
  async (createdIds, { container }) => {
    if (!createdIds?.length) return
    await container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE).cancelForOrder(createdIds)
  },
)
