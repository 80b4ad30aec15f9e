import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { refused } from "../../lib/refusals"
import { LOT_MODULE, type LotModuleService } from "../../modules/lot"

export type TryHouseholdCodeInput = { household_id: string; code: string }

/** Tries a household's code and counts the try. No undo: a try was made. */
export const tryHouseholdCodeStep = createStep(
  "try-household-code",
  async ({ household_id, code }: TryHouseholdCodeInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const verdict = await lots.tryHouseholdCode({ household_id, code })
    if (verdict !== null) throw refused(verdict, household_id)
    return new StepResponse({ household_id })
  },
)
