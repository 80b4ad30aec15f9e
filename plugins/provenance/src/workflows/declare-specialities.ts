import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { NewSpeciality } from "../modules/division"
import { declareSpecialitiesStep } from "./steps/declare-specialities"

export type DeclareSpecialitiesWorkflowInput = {
  county_code: string
  specialities: NewSpeciality[]
}
export type { NewSpeciality } from "../modules/division"

export const declareSpecialitiesWorkflowId = "declare-specialities"

/**
 * Declares specialities of townships and villages of a county (一乡一品, 一村一品). One of the same
 * place and kind is replaced, so declaring twice changes nothing. Refusals:
 * `industry_county_unknown`, `speciality_division_invalid`, `speciality_source_missing`.
 *
 * @example
 * await declareSpecialitiesWorkflow(container).run({ input: { county_code: "513423", specialities } })
 *
 * @summary
 * Declare township and village specialities.
 */
export const declareSpecialitiesWorkflow = createWorkflow(
  declareSpecialitiesWorkflowId,
  function (input: WorkflowData<DeclareSpecialitiesWorkflowInput>) {
    return new WorkflowResponse(declareSpecialitiesStep(input))
  },
)
