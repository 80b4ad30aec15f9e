import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { NewReceipt } from "../modules/receipt/types"
import { recordReceiptsStep } from "./steps/record-receipts"

export const recordReceiptsWorkflowId = "record-receipts"

/**
 * Writes down what a seller owes households: purchases, rebates, refunds, dividends, wages, rents,
 * subsidies; integer fen. Safe to run twice: a cause is owed once.
 *
 * @example
 * await recordReceiptsWorkflow(container).run({
 *   input: {
 *     receipts: [{
 *       household_id: "hh_1", village_code: "513423102201", seller_id: "sel_1",
 *       channel: "purchase", amount_fen: 432000, arose_on: "2026-11-21", due_on: "2026-12-05",
 *       cause_key: "delivery:dlv_1", delivery_id: "dlv_1", recorded_by: "mem_1",
 *     }],
 *   },
 * })
 *
 * @summary
 * Record what households are owed.
 */
export const recordReceiptsWorkflow = createWorkflow(
  recordReceiptsWorkflowId,
  (input: WorkflowData<{ receipts: NewReceipt[] }>) =>
    new WorkflowResponse(recordReceiptsStep(input)),
)
