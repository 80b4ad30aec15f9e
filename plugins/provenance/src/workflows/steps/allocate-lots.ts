import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type AllocationLine, type LotModuleService } from "../../modules/lot"

export type AllocateLotsInput = {
  order_id: string
  lines: AllocationLine[]
  /** The business day of the sale, `YYYY-MM-DD`; today when absent. Expired lots don't sell. */
  on?: string
}

/** Allocates packs to order lines. Compensation releases what was allocated here. */
export const allocateLotsStep = createStep(
  "allocate-lots",
  async (input: AllocateLotsInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const { allocations, created_ids } = await lots.allocateLots(input)
    return new StepResponse({ allocations }, created_ids)
  },
  async (createdIds, { container }) => {
    if (!createdIds?.length) return
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    await lots.releaseAllocations(createdIds)
  },
)
