import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { tryHouseholdCodeStep, type TryHouseholdCodeInput } from "./steps/try-household-code"

export type TryHouseholdCodeWorkflowInput = TryHouseholdCodeInput

export const tryHouseholdCodeWorkflowId = "try-household-code"

/**
 * A household gives its code for something that another module keeps, such as money it received. Each
 * run is a try and is counted, a refused one too: `household_code_wrong`, after five of them
 * `household_code_closed`, and `household_code_unset` for a household that has no code.
 *
 * @example
 * await tryHouseholdCodeWorkflow(container).run({
 *   input: { household_id: "hh_1", code: "4092" },
 * })
 *
 * @summary
 * Try a household's code.
 */
export const tryHouseholdCodeWorkflow = createWorkflow(
  tryHouseholdCodeWorkflowId,
  (input: WorkflowData<TryHouseholdCodeWorkflowInput>) =>
    new WorkflowResponse(tryHouseholdCodeStep(input)),
)
