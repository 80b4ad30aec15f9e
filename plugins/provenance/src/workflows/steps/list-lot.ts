import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type Certificate, type LotModuleService } from "../../modules/lot"

export type ListLotInput = {
  lot_id: string
  seller_id: string
  /** For a lot that was sealed without one. */
  certificate?: Certificate
  /** ISO 8601; now when absent. */
  listed_at?: string
}

/** Puts a lot on sale. Compensation puts it back as it was. */
export const listLotStep = createStep(
  "list-lot",
  async (input: ListLotInput, { container }) => {
    const service = container.resolve<LotModuleService>(LOT_MODULE)
    const { lots, variant_ids, previous } = await service.listLot(input)
    return new StepResponse({ id: input.lot_id, variant_ids, lots }, previous)
  },
  async (previous, { container }) => {
    if (!previous) return
    const service = container.resolve<LotModuleService>(LOT_MODULE)
    await service.putBackLots(previous)
  },
)
