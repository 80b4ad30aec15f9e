import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { shipAllocationsStep, type ShipAllocationsInput } from "./steps/ship-allocations"

export type ShipAllocationsWorkflowInput = ShipAllocationsInput

export const shipAllocationsWorkflowId = "ship-allocations"

/**
 * Records that an order's lines have left: their units no longer count as stock. Running twice
 * changes nothing.
 *
 * @example
 * await shipAllocationsWorkflow(container).run({
 *   input: { order_id: "order_1", line_item_ids: ["ordli_1"] },
 * })
 *
 * @summary
 * Record that allocated units have shipped.
 */
export const shipAllocationsWorkflow = createWorkflow(
  shipAllocationsWorkflowId,
  function (input: WorkflowData<ShipAllocationsWorkflowInput>) {
    return new WorkflowResponse(shipAllocationsStep(input))
  },
)
