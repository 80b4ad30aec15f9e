import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { logStatementPrintsStep, type StatementPrintsInput } from "./steps/log-statement-prints"

export const logStatementPrintsWorkflowId = "log-statement-prints"

/**
 * Writes down that statements of households are printed: who, when, for which households. Each run is
 * a print of its own; the log is append-only.
 *
 * @example
 * await logStatementPrintsWorkflow(container).run({
 *   input: {
 *     batch_id: "spb_1", seller_id: "sel_1", county_code: "513423", period: "2026-10",
 *     household_ids: ["hh_1"], phone: "0834-000 0017", printed_by: "mem_1",
 *   },
 * })
 *
 * @summary
 * Log that households' statements are printed.
 */
export const logStatementPrintsWorkflow = createWorkflow(
  logStatementPrintsWorkflowId,
  (input: WorkflowData<StatementPrintsInput>) =>
    new WorkflowResponse(logStatementPrintsStep(input)),
)
