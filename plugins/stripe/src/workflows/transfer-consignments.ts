import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { transferConsignmentsStep } from "./steps/transfer-consignments"
import type { TransferConsignmentsInput } from "./types"

export const transferConsignmentsWorkflowId = "transfer-consignments"

/**
 * Sends sellers their shares of an order: one transfer per reference, all in the transfer group of the
 * order and funded by its charge, so nothing is sent before the money is there. Run again with the
 * same references it sends nothing and answers the same transfers; after an error, run it again.
 *
 * @example
 * await transferConsignmentsWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     payment_intent_id: "pi_1",
 *     currency_code: "cny",
 *     transfers: [
 *       { reference: "payout_1:cons_1", consignment_id: "cons_1", seller_id: "sel_1", amount_fen: 9500 },
 *     ],
 *   },
 * })
 *
 * @summary
 * Send sellers their shares.
 */
export const transferConsignmentsWorkflow = createWorkflow(
  transferConsignmentsWorkflowId,
  function (input: TransferConsignmentsInput) {
    return new WorkflowResponse(transferConsignmentsStep(input))
  },
)
