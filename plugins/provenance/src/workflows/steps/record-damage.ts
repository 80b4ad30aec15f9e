import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type DamageInput } from "../../modules/lot"

export type RecordDamageInput = DamageInput

/** Records a loss. Append-only: what was lost stays lost, whatever fails afterwards. */
export const recordDamageStep = createStep(
  "record-damage",
  async (input: RecordDamageInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    return new StepResponse(await lots.recordDamage(input))
  },
)
