import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { closeTraceDaysStep } from "./steps/close-trace-days"

export type CloseTraceDaysWorkflowInput = {
  /** The first business day that is not over, `YYYY-MM-DD`. */
  before: string
}

export const closeTraceDaysWorkflowId = "close-trace-days"

/**
 * Publishes the Merkle root of every business day before `before` that has trace events. A day has
 * one root for ever: run twice it publishes nothing. Rule: docs/domain.md §5.
 *
 * @example
 * await closeTraceDaysWorkflow(container).run({ input: { before: "2026-11-22" } })
 *
 * @summary
 * Publish the daily roots of trace events.
 */
export const closeTraceDaysWorkflow = createWorkflow(
  closeTraceDaysWorkflowId,
  function (input: WorkflowData<CloseTraceDaysWorkflowInput>) {
    return new WorkflowResponse(closeTraceDaysStep(input))
  },
)
