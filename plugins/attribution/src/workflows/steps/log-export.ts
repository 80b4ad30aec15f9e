import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { OVERSIGHT_MODULE } from "../../modules/oversight"
import type OversightModuleService from "../../modules/oversight/service"
import type { NewExport } from "../../modules/oversight/types"

/** Without compensation on purpose: what was asked for stays logged, also if the file broke off. */
export const logExportStep = createStep("log-export", async (input: NewExport, { container }) => {
  const oversight = container.resolve<OversightModuleService>(OVERSIGHT_MODULE)
  return new StepResponse(await oversight.logExport(input))
})
