import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { allocateLotsStep, type AllocateLotsInput } from "./steps/allocate-lots"

export type AllocateLotsWorkflowInput = AllocateLotsInput

export const allocateLotsWorkflowId = "allocate-lots"

/**
 * Says which lots serve an order's lines, first expiring first, all lines or none. A line that is
 * served already is left as it is, so running twice allocates once. When the order does not come
 * about, the units go back to their lots. Refuses what the lots don't hold: `lot_stock_short`.
 *
 * @example
 * await allocateLotsWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     lines: [{ line_item_id: "ordli_1", variant_id: "variant_1", quantity: 2 }],
 *   },
 * })
 *
 * @summary
 * Allocate an order's lines to lots.
 */
export const allocateLotsWorkflow = createWorkflow(
  allocateLotsWorkflowId,
  function (input: WorkflowData<AllocateLotsWorkflowInput>) {
    return new WorkflowResponse(allocateLotsStep(input))
  },
)
