import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { NameListRequest } from "../modules/registry/name-list"
import { listNamesStep } from "./steps/list-names"

export const listNamesWorkflowId = "list-names"

/**
 * Gives an official the names of the heads of up to 500 households of the own division, for one
 * reason; each name is a look in the log. Each run is a list of its own, three a day. Refusals:
 * `look_reason_short`, `look_reason_long`, `name_list_long`, `name_list_limit_reached`.
 *
 * @example
 * await listNamesWorkflow(container).run({
 *   input: {
 *     household_ids: ["hh_01"],
 *     reason: "十一月入户走访名单",
 *     official: { id: "off_01", division_code: "513423" },
 *   },
 * })
 *
 * @summary
 * List names of households.
 */
export const listNamesWorkflow = createWorkflow(
  listNamesWorkflowId,
  function (input: WorkflowData<NameListRequest>) {
    return new WorkflowResponse(listNamesStep(input))
  },
)
