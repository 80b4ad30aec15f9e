import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { lotsToTrace, recordTraceStep, type TraceTiming } from "./steps/record-trace"
import { recallLotStep, type RecallLotInput } from "./steps/recall-lot"

export type RecallLotWorkflowInput = RecallLotInput & TraceTiming

export const recallLotWorkflowId = "recall-lot"

/**
 * Recalls a lot and every lot made from it: none of them sells any more. Recalling twice changes
 * nothing. Emits `lot.recalled` with the variants whose stock changes, and all lots recalled.
 *
 * Its trace events are recorded with it, unless the caller records them later.
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
    const traced = transform({ input, recalled }, ({ input, recalled }) =>
      lotsToTrace(
        input,
        recalled.lots.map(({ id }) => id),
      ),
    )
    recordTraceStep(traced)
    const data = transform({ recalled }, ({ recalled }) => ({
      id: recalled.id,
      variant_ids: recalled.variant_ids,
      lot_ids: recalled.lots.map(({ id }) => id),
    }))
    emitEventStep({ eventName: "lot.recalled", data })

    return new WorkflowResponse(recalled)
  },
)
