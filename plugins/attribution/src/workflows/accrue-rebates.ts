import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { RebateDue } from "../modules/receipt/types"
import { accrueRebatesStep } from "./steps/accrue-rebates"

export const accrueRebatesWorkflowId = "accrue-rebates"

/**
 * Owes households the rebates of support agreements: each line of the input says what one household is
 * owed by one version for everything earned so far, integer fen. What is owed less is taken off what
 * is unpaid; what was paid stays. Safe to run twice: the second run finds nothing to write.
 * Rule: docs/domain.md §3, §7.
 *
 * @example
 * await accrueRebatesWorkflow(container).run({
 *   input: {
 *     rebates: [{
 *       version_id: "agv_1", household_id: "hh_1", village_code: "513423102201",
 *       seller_id: "sel_1", owed_fen: 1250, arose_on: "2026-11-22", due_on: "2026-12-06",
 *       note: "协议 金合〔2026〕3 号",
 *     }],
 *   },
 * })
 *
 * @summary
 * Accrue the rebates of support agreements.
 */
export const accrueRebatesWorkflow = createWorkflow(
  accrueRebatesWorkflowId,
  (input: WorkflowData<{ rebates: RebateDue[] }>) => new WorkflowResponse(accrueRebatesStep(input)),
)
