import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { publishAgreementStep, type PublishAgreementInput } from "./steps/publish-agreement"

export type PublishAgreementWorkflowInput = PublishAgreementInput

export const publishAgreementWorkflowId = "publish-agreement"

/**
 * Publishes an agreement's draft: it never changes again, and from its day on it supersedes the version
 * before. Publishing twice is refused: `agreement_version_published`.
 *
 * @example
 * await publishAgreementWorkflow(container).run({
 *   input: { seller_id: "sel_1", agreement_id: "agr_1", effective_from: "2026-03-01" },
 * })
 *
 * @summary
 * Publish the draft of an agreement.
 */
export const publishAgreementWorkflow = createWorkflow(
  publishAgreementWorkflowId,
  function (input: WorkflowData<PublishAgreementWorkflowInput>) {
    return new WorkflowResponse(publishAgreementStep(input))
  },
)
