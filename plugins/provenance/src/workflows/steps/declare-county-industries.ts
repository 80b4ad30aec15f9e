import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  DIVISION_MODULE,
  type DivisionModuleService,
  type IndustryContent,
} from "../../modules/division"

/** Declares industries. Compensation puts back what the same counties had declared before. */
export const declareCountyIndustriesStep = createStep(
  "declare-county-industries",
  async (industries: IndustryContent[], { container }) => {
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    const previous = await divisions.declareIndustries(industries)
    const countyCodes = industries.map(({ county_code }) => county_code)
    return new StepResponse({ county_codes: countyCodes }, { previous, countyCodes })
  },
  async (undo, { container }) => {
    if (!undo) return
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    await divisions.withdrawIndustries(undo.countyCodes)
    await divisions.declareIndustries(undo.previous)
  },
)
