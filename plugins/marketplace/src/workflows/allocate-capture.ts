import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { allocatePaymentStep } from "./steps/allocate-payment"

export type AllocateCaptureWorkflowInput = {
  order_id: string
  capture_id: string
  /** What this capture brought, in fen. */
  amount_fen: number
}

export const allocateCaptureWorkflowId = "allocate-capture"

/**
 * Gives each seller its exact share of captured money.
 *
 * Answers each consignment's share and, per line, the cumulative net goods value captured so far.
 * Run twice for one capture it writes nothing and answers the same.
 *
 * @example
 * await allocateCaptureWorkflow(container).run({
 *   input: { order_id: "order_1", capture_id: "capt_1", amount_fen: 15960 },
 * })
 *
 * @summary
 * Allocate a capture over an order's consignments.
 */
export const allocateCaptureWorkflow = createWorkflow(
  allocateCaptureWorkflowId,
  function (input: AllocateCaptureWorkflowInput) {
    const allocation = allocatePaymentStep(
      transform({ input }, ({ input }) => ({
        kind: "capture" as const,
        order_id: input.order_id,
        source_id: input.capture_id,
        amount_fen: input.amount_fen,
      })),
    )
    return new WorkflowResponse(allocation)
  },
)
