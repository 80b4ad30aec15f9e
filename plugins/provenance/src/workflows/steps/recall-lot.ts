import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService } from "../../modules/lot"

export type RecallLotInput = {
  lot_id: string
  seller_id: string
  /** ISO 8601; now when absent. */
  recalled_at?: string
}

/** Recalls a lot and those made from it. Compensation puts each back as it was. */
export const recallLotStep = createStep(
  "recall-lot",
  async (input: RecallLotInput, { container }) => {
    const service = container.resolve<LotModuleService>(LOT_MODULE)
    const { lots, variant_ids, previous } = await service.recallLot(input)
    return new StepResponse({ id: input.lot_id, variant_ids, lots }, previous)
  },
  async (previous, { container }) => {
    if (!previous) return
    const service = container.resolve<LotModuleService>(LOT_MODULE)
    await service.putBackLots(previous)
  },
)
