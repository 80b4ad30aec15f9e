import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { disputeDeliveryStep, type DisputeDeliveryInput } from "./steps/dispute-delivery"

export type DisputeDeliveryWorkflowInput = DisputeDeliveryInput

export const disputeDeliveryWorkflowId = "dispute-delivery"

/**
 * Opens, answers or resolves a dispute over a delivery, each with one more entry that stays. While
 * a delivery is disputed no lot takes it. Refuses what does not follow: `dispute_open_already`,
 * `dispute_unknown`, `dispute_resolved_already`. Running twice adds two entries, or is refused.
 *
 * @example
 * await disputeDeliveryWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     delivery_id: "dlv_1",
 *     kind: "opened",
 *     party: "household",
 *     text: "少称了一筐",
 *     recorded_by: "海来",
 *   },
 * })
 *
 * @summary
 * Open, answer or resolve a dispute over a delivery.
 */
export const disputeDeliveryWorkflow = createWorkflow(
  disputeDeliveryWorkflowId,
  function (input: WorkflowData<DisputeDeliveryWorkflowInput>) {
    return new WorkflowResponse(disputeDeliveryStep(input))
  },
)
