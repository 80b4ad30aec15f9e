import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type Certificate } from "../../modules/lot"

export type CertifyLotInput = { lot_id: string; seller_id: string; certificate: Certificate }

/** Gives a lot its certificate. Compensation takes it away again. */
export const certifyLotStep = createStep(
  "certify-lot",
  async (input: CertifyLotInput, { container }) => {
    await container.resolve<LotModuleService>(LOT_MODULE).certifyLot(input)
    return new StepResponse({ id: input.lot_id }, input.lot_id)
  },
  async (lotId, { container }) => {
    if (!lotId) return
    await container.resolve<LotModuleService>(LOT_MODULE).uncertifyLot(lotId)
  },
)
