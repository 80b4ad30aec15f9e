import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { allocatePaymentStep } from "./steps/allocate-payment"

export type AllocateRefundWorkflowInput = {
  order_id: string
  refund_id: string
  /** All that was refunded on the order when this refund was made, itself included, in fen. */
  cumulative_refunded_fen: number
}

export const allocateRefundWorkflowId = "allocate-refund"

/**
 * Takes from each seller its exact share of refunded money. Refunds may arrive late or out of
 * order: each names the cumulative amount, and only the difference is allocated.
 *
 * Answers each consignment's share and, per line, the cumulative net goods value refunded so far.
 * Run twice for one refund it writes nothing and answers the same.
 *
 * @example
 * await allocateRefundWorkflow(container).run({
 *   input: { order_id: "order_1", refund_id: "ref_1", cumulative_refunded_fen: 2000 },
 * })
 *
 * @summary
 * Allocate a refund over an order's consignments.
 */
export const allocateRefundWorkflow = createWorkflow(
  allocateRefundWorkflowId,
  function (input: AllocateRefundWorkflowInput) {
    const allocation = allocatePaymentStep(
      transform({ input }, ({ input }) => ({
        kind: "refund" as const,
        order_id: input.order_id,
        source_id: input.refund_id,
        cumulative_fen: input.cumulative_refunded_fen,
      })),
    )
    return new WorkflowResponse(allocation)
  },
)
