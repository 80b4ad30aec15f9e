import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { closingRefusal } from "../domain/station-desk"
import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { NewClosing } from "../modules/station/types"

/** No undo: it is the workflow's only step. @throws MedusaError with a code of `ClosingRefusal` */
const closeStationStep = createStep("close-station", async (closing: NewClosing, { container }) => {
  const stations = container.resolve<StationModuleService>(STATION_MODULE)
  const desk = await stations.deskOf(closing.station_id)
  if (!desk) {
    const message = `There is no station ${closing.station_id}.`
    throw new MedusaError(MedusaError.Types.NOT_FOUND, message, "station_unknown")
  }
  const { opened_on: openedOn, closed_on: closedOn } = desk
  const refusal = closingRefusal({ openedOn, closedOn }, closing.closed_on)
  if (refusal) throw stationRefused(refusal)
  if (!(await stations.closeStation(closing))) throw stationRefused("station_closed_already")
  return new StepResponse(closing.station_id)
})

export const closeStationWorkflowId = "close-station"

/**
 * Closes a service station on `closed_on`, the first business day without it: from then on its workers
 * see nothing; what it did and drew stays in the figures. Once: then `station_closed_already`.
 *
 * @example
 * await closeStationWorkflow(container).run({
 *   input: { station_id: "stn_1", closed_on: "2026-12-01", recorded_by: "off_1" },
 * })
 *
 * @summary
 * Close a service station.
 */
export const closeStationWorkflow = createWorkflow(
  closeStationWorkflowId,
  (input: WorkflowData<NewClosing>) => new WorkflowResponse(closeStationStep(input)),
)
