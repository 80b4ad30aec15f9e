import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division"
import type { DeclareSpecialitiesWorkflowInput } from "../declare-specialities"

/** Declares specialities. Compensation puts back what the same places had declared before. */
export const declareSpecialitiesStep = createStep(
  "declare-specialities",
  async (input: DeclareSpecialitiesWorkflowInput, { container }) => {
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    const { county_code, specialities } = input
    const before = await divisions.specialitiesOf([county_code])
    const declared = await divisions.declareSpecialities(county_code, specialities)
    return new StepResponse(declared, { county_code, before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    await divisions.restoreSpecialities(undo.county_code, undo.before)
  },
)
