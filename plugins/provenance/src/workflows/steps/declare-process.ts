import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type ProcessRecord } from "../../modules/lot"

export type DeclareProcessInput = Omit<ProcessRecord, "id"> & { declared_by: string }

/** Declares a process. Append-only. */
export const declareProcessStep = createStep(
  "declare-process",
  async (input: DeclareProcessInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    return new StepResponse(await lots.declareProcess(input))
  },
)
