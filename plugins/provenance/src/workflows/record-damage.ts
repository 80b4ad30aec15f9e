import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { recordDamageStep, type RecordDamageInput } from "./steps/record-damage"

export type RecordDamageWorkflowInput = RecordDamageInput

export const recordDamageWorkflowId = "record-damage"

/**
 * Records goods of a lot that are lost, loose by weight or packed by units: they count as neither free
 * nor sellable from now on. Refuses more than is there: `damage_over`. Twice records two losses.
 * Emits `lot.damaged` with the variants whose stock changes.
 *
 * @example
 * await recordDamageWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     lot_id: "lot_1",
 *     variant_id: "variant_1",
 *     units: 2,
 *     reason: "压坏了",
 *     recorded_by: "海来",
 *   },
 * })
 *
 * @summary
 * Record what was lost of a lot.
 */
export const recordDamageWorkflow = createWorkflow(
  recordDamageWorkflowId,
  function (input: WorkflowData<RecordDamageWorkflowInput>) {
    const done = recordDamageStep(input)
    const data = transform({ done, input }, ({ done, input }) => ({
      id: input.lot_id,
      damage_id: done.id,
      variant_ids: done.variant_ids,
    }))
    emitEventStep({ eventName: "lot.damaged", data })
    return new WorkflowResponse(done)
  },
)
