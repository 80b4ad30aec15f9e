import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { cancelConsignmentRowsStep } from "./steps/cancel-consignment-rows"

export type CancelConsignmentsWorkflowInput = { order_id: string }

export const cancelConsignmentsWorkflowId = "cancel-consignments"

/**
 * Follows a cancelled order: what its sellers have not shipped is cancelled, and nothing is due on
 * it any more. What was captured comes back through Medusa's refunds, as always.
 *
 * A second run finds nothing left to cancel.
 *
 * @example
 * await cancelConsignmentsWorkflow(container).run({ input: { order_id: "order_1" } })
 *
 * @summary
 * Cancel a cancelled order's consignments.
 */
export const cancelConsignmentsWorkflow = createWorkflow(
  cancelConsignmentsWorkflowId,
  function (input: CancelConsignmentsWorkflowInput) {
    const ids = cancelConsignmentRowsStep(input)
    when({ ids }, ({ ids }) => ids.length > 0).then(() => {
      emitEventStep({
        eventName: "consignment.cancelled",
        data: transform({ ids }, ({ ids }) => ids.map((id) => ({ id }))),
      })
    })
    return new WorkflowResponse(ids)
  },
)
