import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { NewMember } from "../modules/registry"
import { enrolCooperativeMembersStep } from "./steps/enrol-cooperative-members"

export type EnrolCooperativeMembersWorkflowInput = { members: NewMember[] }
export type { NewMember } from "../modules/registry"

export const enrolCooperativeMembersWorkflowId = "enrol-cooperative-members"

/**
 * Enrols households as members of cooperatives. Who is a member already stays one, from the day
 * first recorded. Refuses a household that is not in the registry: `household_unknown`.
 *
 * @example
 * await enrolCooperativeMembersWorkflow(container).run({
 *   input: { members: [{ household_id: "hh_1", seller_id: "sel_1", joined_on: "2023-03-01" }] },
 * })
 *
 * @summary
 * Enrol households in cooperatives.
 */
export const enrolCooperativeMembersWorkflow = createWorkflow(
  enrolCooperativeMembersWorkflowId,
  function (input: WorkflowData<EnrolCooperativeMembersWorkflowInput>) {
    return new WorkflowResponse(enrolCooperativeMembersStep(input.members))
  },
)
