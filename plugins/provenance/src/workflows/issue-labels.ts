import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { issueLabelsStep, type IssueLabelsInput } from "./steps/issue-labels"

export type IssueLabelsWorkflowInput = IssueLabelsInput

export const issueLabelsWorkflowId = "issue-labels"

/**
 * Gives out the next serials for labels of a lot's packs, and keeps who printed them. Each run gives
 * out new ones, so that a serial is on one label. Refuses more labels than packs:
 * `label_count_invalid`.
 *
 * @example
 * await issueLabelsWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     lot_id: "lot_1",
 *     variant_id: "variant_1",
 *     count: 24,
 *     layout: "a4",
 *     printed_by: "海来",
 *   },
 * })
 *
 * @summary
 * Give out serials for a lot's labels.
 */
export const issueLabelsWorkflow = createWorkflow(
  issueLabelsWorkflowId,
  function (input: WorkflowData<IssueLabelsWorkflowInput>) {
    return new WorkflowResponse(issueLabelsStep(input))
  },
)
