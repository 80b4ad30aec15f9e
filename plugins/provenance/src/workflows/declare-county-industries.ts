import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { IndustryContent } from "../modules/division"
import { declareCountyIndustriesStep } from "./steps/declare-county-industries"

export type DeclareCountyIndustriesWorkflowInput = { industries: IndustryContent[] }
export type { IndustryContent } from "../modules/division"

export const declareCountyIndustriesWorkflowId = "declare-county-industries"

/**
 * Declares each county's one industry (一县一业), replacing what the county declared before.
 * Refuses a county that is not among the divisions: `industry_county_unknown`.
 *
 * @example
 * await declareCountyIndustriesWorkflow(container).run({ input: { industries } })
 *
 * @summary
 * Declare county industries.
 */
export const declareCountyIndustriesWorkflow = createWorkflow(
  declareCountyIndustriesWorkflowId,
  function (input: WorkflowData<DeclareCountyIndustriesWorkflowInput>) {
    return new WorkflowResponse(declareCountyIndustriesStep(input.industries))
  },
)
