import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { setHouseholdCodeStep, type SetHouseholdCodeInput } from "./steps/set-household-code"

export type SetHouseholdCodeWorkflowInput = SetHouseholdCodeInput

export const setHouseholdCodeWorkflowId = "set-household-code"

/**
 * Lets a member household choose the code by which it confirms its deliveries, before a witness who is
 * not the clerk. The last code set counts; each stays on record, hashed. Refuses codes that anybody
 * would guess: `household_code_weak`.
 *
 * @example
 * await setHouseholdCodeWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     household_id: "hh_1",
 *     code: "4092",
 *     set_by: "海来",
 *     witness: "阿说站长",
 *   },
 * })
 *
 * @summary
 * Set a household's code.
 */
export const setHouseholdCodeWorkflow = createWorkflow(
  setHouseholdCodeWorkflowId,
  function (input: WorkflowData<SetHouseholdCodeWorkflowInput>) {
    return new WorkflowResponse(setHouseholdCodeStep(input))
  },
)
