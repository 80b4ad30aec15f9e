import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { DivisionTables } from "../lib/division-rows"
import { importDivisionsStep } from "./steps/import-divisions"

export type ImportDivisionsWorkflowInput = DivisionTables
export type { CountyRow, RetiredRow, TownshipRow, VillageRow } from "../lib/division-rows"

export const importDivisionsWorkflowId = "import-divisions"

/**
 * Imports the tables of counties, townships and villages, and derives their prefectures and
 * provinces. A code that is there keeps its row, so importing twice adds nothing.
 *
 * @example
 * await importDivisionsWorkflow(container).run({ input: { counties, townships, villages } })
 *
 * @summary
 * Import administrative divisions.
 */
export const importDivisionsWorkflow = createWorkflow(
  importDivisionsWorkflowId,
  function (input: WorkflowData<ImportDivisionsWorkflowInput>) {
    return new WorkflowResponse(importDivisionsStep(input))
  },
)
