import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { recallLotStep, type RecallLotInput } from "./steps/recall-lot"

export type RecallLotWorkflowInput = RecallLotInput

export const recallLotWorkflowId = "recall-lot"

/**
 * Recalls a lot and every lot made from it: none of them sells any more. Recalling twice changes
 * nothing. Emits `lot.recalled` with the variants whose stock changes, and all lots recalled.
 *
 * @example
 * await recallLotWorkflow(container).run({ input: { lot_id: "lot_1", seller_id: "sel_1" } })
 *
 * @summary
 * Recall a lot and what was made from it.
 */
export const recallLotWorkflow = createWorkflow(
  recallLotWorkflowId,
  function (input: WorkflowData<RecallLotWorkflowInput>) {
    const recalled = recallLotStep(input)
    const data = transform({ recalled }, ({ recalled }) => ({
      id: recalled.id,
      variant_ids: recalled.variant_ids,
      lot_ids: recalled.lots.map(({ id }) => id),
    }))
    emitEventStep({ eventName: "lot.recalled", data })

    return new WorkflowResponse(recalled)
  },
)
