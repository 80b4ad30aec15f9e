import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { NewSubsidyGrant } from "../modules/station/types"

/** No undo: it is the workflow's only step. @throws MedusaError `subsidy_outside_opening` */
const grantStationSubsidyStep = createStep(
  "grant-station-subsidy",
  async (grant: NewSubsidyGrant, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    const count = await stations.grantSubsidy(grant)
    if (count === null) throw stationRefused("subsidy_outside_opening")
    return new StepResponse(count)
  },
)

export const grantStationSubsidyWorkflowId = "grant-station-subsidy"

/**
 * Writes down a year's subsidy of a station, fen, spread over the months in which it is open. Safe to
 * run twice: the same document with the same amount writes nothing, with another amount, or
 * after the station has closed, it is corrected by rows that name the wrong ones.
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
  (input: WorkflowData<NewSubsidyGrant>) => new WorkflowResponse(grantStationSubsidyStep(input)),
)
