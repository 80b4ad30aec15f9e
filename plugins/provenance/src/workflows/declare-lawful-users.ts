import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { NewLawfulUser } from "../modules/division"
import { declareLawfulUsersStep } from "./steps/declare-lawful-users"

export type DeclareLawfulUsersWorkflowInput = { county_code: string; users: NewLawfulUser[] }
export type { NewLawfulUser } from "../modules/division"

export const declareLawfulUsersWorkflowId = "declare-lawful-users"

/**
 * Declares who may lawfully use a county's geographical indication (用标企业名单). A line of the same
 * record and credit code is replaced: struck off the list is `is_verified: false`. Refusals:
 * `industry_county_unknown`, `gi_record_unknown`, `credit_code_invalid`.
 *
 * @example
 * await declareLawfulUsersWorkflow(container).run({ input: { county_code: "513423", users } })
 *
 * @summary
 * Declare lawful users of a geographical indication.
 */
export const declareLawfulUsersWorkflow = createWorkflow(
  declareLawfulUsersWorkflowId,
  function (input: WorkflowData<DeclareLawfulUsersWorkflowInput>) {
    return new WorkflowResponse(declareLawfulUsersStep(input))
  },
)
