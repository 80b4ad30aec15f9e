import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { divisionsFromTables, type DivisionTables } from "../../lib/division-rows"
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division"

/** Writes the divisions that are not there yet. Compensation takes those out again. */
export const importDivisionsStep = createStep(
  "import-divisions",
  async (tables: DivisionTables, { container }) => {
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    const created = await divisions.importDivisions(divisionsFromTables(tables))
    return new StepResponse({ created_count: created.length }, created)
  },
  async (created, { container }) => {
    if (!created?.length) return
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    await divisions.withdrawDivisions(created)
  },
)
