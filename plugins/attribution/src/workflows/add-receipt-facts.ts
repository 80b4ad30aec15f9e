import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { NewFact } from "../modules/receipt/types"
import { addReceiptFactsStep } from "./steps/add-receipt-facts"

export type AddReceiptFactsInput = { facts: NewFact[]; locale?: "zh" | "en" }

export const addReceiptFactsWorkflowId = "add-receipt-facts"

/**
 * Records that receipts were paid, confirmed by the household, disputed, settled or voided: all of
 * them or none. Run twice, the second run is refused (`receipt_already_paid`, …).
 *
 * @example
 * await addReceiptFactsWorkflow(container).run({
 *   input: {
 *     facts: [{
 *       receipt_id: "rcp_1", kind: "paid", happened_on: "2026-11-22", via: "credit_union",
 *       evidence: "回单 0710", recorded_by: "mem_1",
 *     }],
 *   },
 * })
 *
 * @summary
 * Add facts to receipts.
 */
export const addReceiptFactsWorkflow = createWorkflow(
  addReceiptFactsWorkflowId,
  (input: WorkflowData<AddReceiptFactsInput>) => new WorkflowResponse(addReceiptFactsStep(input)),
)
