import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { monthlySubsidy } from "../domain/station-desk"
import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"

export type GrantStationSubsidyInput = {
  station_id: string
  year: number
  amount_fen: number
  document: string
  recorded_by: string
}

/** No undo: it is the workflow's only step. @throws MedusaError `subsidy_outside_opening` */
const grantStationSubsidyStep = createStep(
  "grant-station-subsidy",
  async (input: GrantStationSubsidyInput, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    const desk = await stations.deskOf(input.station_id)
    const parts = desk
      ? monthlySubsidy(input.amount_fen, input.year, {
          openedOn: desk.opened_on,
          closedOn: desk.closed_on,
        })
      : []
    if (!desk || parts.length === 0) throw stationRefused("subsidy_outside_opening")
    const rows = parts.map(({ month, amountFen }) => ({
      station_code: desk.code,
      month,
      amount_fen: amountFen,
      document: input.document,
    }))
    return new StepResponse(await stations.recordRows("subsidies", rows, input.recorded_by))
  },
)

export const grantStationSubsidyWorkflowId = "grant-station-subsidy"

/**
 * Writes down a year's subsidy of a station, fen, spread over the months in which it is open. Safe to
 * run twice: the same document with the same amount writes nothing, with another amount it is corrected
 * by rows that name the wrong ones.
 *
 * @example
 * await grantStationSubsidyWorkflow(container).run({
 *   input: {
 *     station_id: "stn_1", year: 2026, amount_fen: 1_800_000, document: "盐财农〔2026〕7 号",
 *     recorded_by: "off_1",
 *   },
 * })
 *
 * @summary
 * Record a year's subsidy of a station.
 */
export const grantStationSubsidyWorkflow = createWorkflow(
  grantStationSubsidyWorkflowId,
  (input: WorkflowData<GrantStationSubsidyInput>) =>
    new WorkflowResponse(grantStationSubsidyStep(input)),
)
