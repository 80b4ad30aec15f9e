import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { NewExport } from "../modules/oversight/types"
import { logExportStep } from "./steps/log-export"

export const logExportWorkflowId = "log-export"

/**
 * Writes down that an official takes figures away, before the file is sent; the file's watermark
 * names the official and this time. Each run is an export of its own. Rule: docs/domain.md §10.
 *
 * @example
 * await logExportWorkflow(container).run({
 *   input: {
 *     official_id: "off_1", official_division: "513423", kind: "entries",
 *     division_code: "513423", period: "2026-11", row_count: 4120, reason: null,
 *   },
 * })
 *
 * @summary
 * Log an official's export.
 */
export const logExportWorkflow = createWorkflow(
  logExportWorkflowId,
  (input: WorkflowData<NewExport>) => new WorkflowResponse(logExportStep(input)),
)
