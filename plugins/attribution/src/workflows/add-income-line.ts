import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { shanghaiDay } from "../domain/period"
import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { NewIncomeLineDocument } from "../modules/station/types"

/** No undo: it is the workflow's only step. @throws MedusaError with a code of `IncomeLineRefusal` */
const addIncomeLineStep = createStep(
  "add-income-line",
  async (line: NewIncomeLineDocument, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    const added = await stations.addIncomeLine(line, shanghaiDay(new Date()))
    if ("refusal" in added) throw stationRefused(added.refusal)
    return new StepResponse(added)
  },
)

export const addIncomeLineWorkflowId = "add-income-line"

/**
 * Writes down a year's income line of a division, fen for a person and year, with its document; or a
 * newer document in the place of the line that it names. Nothing is edited. A second run is refused:
 * `income_line_known` or `income_line_superseded`.
 *
 * @example
 * await addIncomeLineWorkflow(container).run({
 *   input: {
 *     division_code: "513423", year: 2025, kind: "农村居民人均可支配收入", amount_fen: 1_812_300,
 *     document: "盐统〔2026〕3 号", document_date: "2026-03-20", supersedes_id: null,
 *     recorded_by: "off_1",
 *   },
 * })
 *
 * @summary
 * Add an income line.
 */
export const addIncomeLineWorkflow = createWorkflow(
  addIncomeLineWorkflowId,
  (input: WorkflowData<NewIncomeLineDocument>) => new WorkflowResponse(addIncomeLineStep(input)),
)
