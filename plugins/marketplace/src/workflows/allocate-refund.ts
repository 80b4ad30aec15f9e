import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { AllocationRequest, NamedCharge } from "../modules/consignment/types"
import { allocatePaymentStep } from "./steps/allocate-payment"

export type AllocateRefundWorkflowInput = { order_id: string; refund_id: string } & (
  | {
      /** All that was refunded on the order when this refund was made, itself included, in fen. */
      cumulative_refunded_fen: number
    }
  | {
      /** This refund alone, in fen. */
      amount_fen: number
      /** The consignments that it is for; all of the order's when left out. */
      consignment_ids?: string[]
      /** What of it belongs to which charge; the rest is spread over what is open. */
      charges?: NamedCharge[]
      /** A lost dispute took it: told apart per line, because nobody gave it back. */
      is_chargeback?: boolean
    }
)

export const allocateRefundWorkflowId = "allocate-refund"

/**
 * Takes from each seller its exact share of refunded money. One seller's claim names its consignment
 * and is charged to it alone; one for certain lines names those, and is taken from their goods. A notice
 * that names the cumulative amount may come late or out of order: only the difference is allocated.
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
    const allocation = allocatePaymentStep(transform({ input }, ({ input }) => requestOf(input)))
    return new WorkflowResponse(allocation)
  },
)

function requestOf(input: AllocateRefundWorkflowInput): AllocationRequest {
  const { order_id, refund_id: source_id } = input
  const head = { kind: "refund" as const, order_id, source_id }
  return "amount_fen" in input
    ? {
        ...head,
        amount_fen: input.amount_fen,
        consignment_ids: input.consignment_ids ?? null,
        charges: input.charges ?? [],
        is_chargeback: input.is_chargeback ?? false,
      }
    : { ...head, cumulative_fen: input.cumulative_refunded_fen }
}
