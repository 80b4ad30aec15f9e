import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type PackInput } from "../../modules/lot"

export type PackLotInput = {
  lot_id: string
  seller_id: string
  packs: PackInput[]
  /** ISO 8601; now when absent. */
  packed_at?: string
}

/** Packs from a lot. Compensation takes the same units out again. */
export const packLotStep = createStep(
  "pack-lot",
  async (input: PackLotInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const { lot, packs } = await lots.packLot(input)
    const variantIds = packs.map(({ variant_id }) => variant_id)
    return new StepResponse(
      { id: lot.id, code: lot.code, packs, variant_ids: variantIds },
      { lotId: lot.id, packs: input.packs },
    )
  },
  async (undo, { container }) => {
    if (!undo) return
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    await lots.unpackLot(undo.lotId, undo.packs)
  },
)
