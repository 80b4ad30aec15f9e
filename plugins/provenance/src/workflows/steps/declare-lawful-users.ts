import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division"
import type { DeclareLawfulUsersWorkflowInput } from "../declare-lawful-users"

/** Declares lawful users. Compensation puts back the county's list as it was. */
export const declareLawfulUsersStep = createStep(
  "declare-lawful-users",
  async ({ county_code, users }: DeclareLawfulUsersWorkflowInput, { container }) => {
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    const before = await divisions.lawfulUsersOf([county_code])
    const declared = await divisions.declareLawfulUsers(county_code, users)
    return new StepResponse(declared, { county_code, before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
    await divisions.restoreLawfulUsers(undo.county_code, undo.before)
  },
)
