import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  LOT_MODULE,
  type DeliveryStatus,
  type LotModuleService,
  type SealLotInput,
} from "../../modules/lot"

/** Seals a lot. Compensation discards it, before anything could be packed from it. */
export const sealLotStep = createStep(
  "seal-lot",
  async (input: { lot: SealLotInput; statuses: DeliveryStatus[] }, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const { lot, shares } = await lots.sealLot(input.lot, input.statuses)
    return new StepResponse({ ...lot, shares }, lot.id)
  },
  async (lotId, { container }) => {
    if (!lotId) return
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    await lots.discardLot(lotId)
  },
)
