import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { moveAllocationStep, type MoveAllocationInput } from "./steps/move-allocation"

export type MoveAllocationWorkflowInput = MoveAllocationInput

export const moveAllocationWorkflowId = "move-allocation"

/**
 * Picking used packs of another lot than the order was allocated: moves the units there, shipped or
 * not, and keeps a record of it. What the line holds in all stays the same. Each run moves once more
 * or is refused: `move_units_over`, `move_target_short`, `move_target_unsellable`. Emits
 * `allocation.moved`, so that whoever split the sale by lots can post a correction.
 *
 * @example
 * await moveAllocationWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     line_item_id: "ordli_1",
 *     from_lot_id: "lot_1",
 *     to_lot_id: "lot_2",
 *     units: 2,
 *     reason: "拣货时用了后一批",
 *     moved_by: "海来",
 *   },
 * })
 *
 * @summary
 * Serve an order line from another lot than allocated.
 */
export const moveAllocationWorkflow = createWorkflow(
  moveAllocationWorkflowId,
  function (input: WorkflowData<MoveAllocationWorkflowInput>) {
    const done = moveAllocationStep(input)
    const data = transform({ done, input }, ({ done }) => ({
      id: done.id,
      order_id: done.order_id,
      line_item_id: done.line_item_id,
      from_lot_id: done.from_lot_id,
      to_lot_id: done.to_lot_id,
      units: done.units,
      grams: done.grams,
      variant_ids: [done.variant_id],
    }))
    emitEventStep({ eventName: "allocation.moved", data })
    return new WorkflowResponse(done)
  },
)
