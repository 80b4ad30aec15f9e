import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService } from "../../modules/lot"

export type ShipAllocationsInput = {
  order_id: string
  line_item_ids: string[]
  /** ISO 8601; now when absent. */
  shipped_at?: string
}

/** Marks lines as shipped. Compensation marks those as allocated again. */
export const shipAllocationsStep = createStep(
  "ship-allocations",
  async (input: ShipAllocationsInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const { shipped_ids, variant_ids } = await lots.shipAllocations(input)
    return new StepResponse({ shipped_ids, variant_ids }, shipped_ids)
  },
  async (shippedIds, { container }) => {
    if (!shippedIds?.length) return
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    await lots.unshipAllocations(shippedIds)
  },
)
