import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { recordTraceStep, type RecordTraceInput } from "./steps/record-trace"

export type RecordTraceWorkflowInput = RecordTraceInput

export const recordTraceWorkflowId = "record-trace"

/**
 * Brings lots' chains of trace events up to what happened to the lots: harvest, seal, packing,
 * listing, sales, parcels, recalls; an event whose act was undone is declared an error. Run twice
 * it appends nothing: each act is told once. Answers how many events were appended to which lots.
 * Rule: docs/domain.md §5.
 *
 * @example
 * await recordTraceWorkflow(container).run({ input: { lot_ids: ["lot_1"] } })
 *
 * @summary
 * Record the trace events of lots.
 */
export const recordTraceWorkflow = createWorkflow(
  recordTraceWorkflowId,
  function (input: WorkflowData<RecordTraceWorkflowInput>) {
    return new WorkflowResponse(recordTraceStep(input))
  },
)
