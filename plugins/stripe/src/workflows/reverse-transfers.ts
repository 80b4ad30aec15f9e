import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { reverseTransfersStep } from "./steps/reverse-transfers"
import type { ReverseTransfersInput } from "./types"

export const reverseTransfersWorkflowId = "reverse-transfers"

/**
 * Takes back from sellers what a refund gave back to the customer. Where a seller's balance does not
 * cover it, Stripe lets it go below zero: `receivable_fen` says by how much, to be netted from the
 * next payout. Run again with the same references it takes nothing more.
 *
 * @example
 * await reverseTransfersWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     reversals: [
 *       { reference: "ref_1:cons_1", transfer_id: "tr_1", seller_id: "sel_1", amount_fen: 4750 },
 *     ],
 *   },
 * })
 *
 * @summary
 * Take back sellers' shares after a refund.
 */
export const reverseTransfersWorkflow = createWorkflow(
  reverseTransfersWorkflowId,
  function (input: ReverseTransfersInput) {
    return new WorkflowResponse(reverseTransfersStep(input))
  },
)
