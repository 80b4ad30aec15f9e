import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { emitEventStep } from "@medusajs/medusa/core-flows"

import type { NewHousehold } from "../modules/registry"
import { STATUS_CORRECTED } from "./commit-household-import"
import { importHouseholdsStep } from "./steps/import-households"

export type ImportHouseholdsWorkflowInput = { households: NewHousehold[] }
export type { NewHousehold, NewStatus } from "../modules/registry"

export const importHouseholdsWorkflowId = "import-households"

/**
 * Imports an official's file of households: who they are (encrypted at rest) and what their status
 * was from which day on. A registry key that is known keeps its household, and a line imported
 * before adds nothing, so a file may be imported again. All rows or none.
 *
 * Answers the household of each row, in the order of the rows. Emits `household.status_corrected`
 * for each stretch of the past that a new row changed.
 *
 * @example
 * await importHouseholdsWorkflow(container).run({
 *   input: {
 *     households: [
 *       {
 *         registry_key: "YY-0001",
 *         head_name: "阿木日哈",
 *         head_count: 5,
 *         village_code: "513423100201",
 *         statuses: [
 *           { label_zh: "脱贫户", is_enrolled: true, valid_from: "2020-11-17", document_number: "川扶〔2020〕1" },
 *         ],
 *       },
 *     ],
 *   },
 * })
 *
 * @summary
 * Import households and their statuses.
 */
export const importHouseholdsWorkflow = createWorkflow(
  importHouseholdsWorkflowId,
  function (input: WorkflowData<ImportHouseholdsWorkflowInput>) {
    const imported = importHouseholdsStep(input.households)
    const corrections = transform({ imported }, ({ imported }) => imported.corrections)
    emitEventStep({ eventName: STATUS_CORRECTED, data: corrections })
    return new WorkflowResponse(imported)
  },
)
