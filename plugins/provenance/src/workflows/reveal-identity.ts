import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { LookRequest } from "../modules/registry/looks"
import { revealIdentityStep } from "./steps/reveal-identity"

export type RevealIdentityWorkflowInput = LookRequest

export const revealIdentityWorkflowId = "reveal-identity"

/**
 * Shows an official one personal field of one household of the own division, and logs the look with
 * its reason first. Each run is a look of its own. Refusals: `household_unknown`,
 * `look_reason_short`, `look_reason_long`, `look_limit_reached` (30 an hour).
 *
 * @example
 * await revealIdentityWorkflow(container).run({
 *   input: {
 *     household_id: "hh_01",
 *     field: "head_name",
 *     reason: "核对春耕补贴发放",
 *     official: { id: "off_01", division_code: "513423" },
 *   },
 * })
 *
 * @summary
 * Reveal one personal field.
 */
export const revealIdentityWorkflow = createWorkflow(
  revealIdentityWorkflowId,
  function (input: WorkflowData<RevealIdentityWorkflowInput>) {
    return new WorkflowResponse(revealIdentityStep(input))
  },
)
