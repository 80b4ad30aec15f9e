import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { issueOrganisationKeysStep } from "./steps/issue-organisation-keys"

export type IssueOrganisationKeysWorkflowInput = { seller_ids: string[] }

export const issueOrganisationKeysWorkflowId = "issue-organisation-keys"

/**
 * Gives organisations the Ed25519 keys that sign their trace events. Who has a key keeps it. An
 * organisation without one gets it with its first event all the same.
 *
 * @example
 * await issueOrganisationKeysWorkflow(container).run({ input: { seller_ids: ["sel_1"] } })
 *
 * @summary
 * Issue organisations' signing keys.
 */
export const issueOrganisationKeysWorkflow = createWorkflow(
  issueOrganisationKeysWorkflowId,
  function (input: WorkflowData<IssueOrganisationKeysWorkflowInput>) {
    return new WorkflowResponse(issueOrganisationKeysStep(input))
  },
)
