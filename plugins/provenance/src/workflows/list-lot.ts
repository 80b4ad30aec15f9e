import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { lotsToTrace, recordTraceStep, type TraceTiming } from "./steps/record-trace"
import { listLotStep, type ListLotInput } from "./steps/list-lot"

export type ListLotWorkflowInput = ListLotInput & TraceTiming

export const listLotWorkflowId = "list-lot"

/**
 * Puts a sealed lot on sale. It needs its conformity certificate: `certificate_missing`. A lot
 * listed before stays listed from its first day. Emits `lot.listed` with the variants whose stock
 * changes.
 *
 * Its trace events are recorded with it, unless the caller records them later.
 *
 * @example
 * await listLotWorkflow(container).run({ input: { lot_id: "lot_1", seller_id: "sel_1" } })
 *
 * @summary
 * Put a lot on sale.
 */
export const listLotWorkflow = createWorkflow(
  listLotWorkflowId,
  function (input: WorkflowData<ListLotWorkflowInput>) {
    const listed = listLotStep(input)
    const traced = transform({ input, listed }, ({ input, listed }) =>
      lotsToTrace(input, [listed.id]),
    )
    recordTraceStep(traced)
    const data = transform({ listed }, ({ listed }) => ({
      id: listed.id,
      variant_ids: listed.variant_ids,
    }))
    emitEventStep({ eventName: "lot.listed", data })

    return new WorkflowResponse(listed)
  },
)
