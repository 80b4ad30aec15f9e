import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { NewConfirmation } from "../modules/station/types"

/** No undo: the fact is only written after what it speaks of was confirmed. */
const recordStationConfirmationsStep = createStep(
  "record-station-confirmations",
  async ({ confirmations }: { confirmations: NewConfirmation[] }, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    return new StepResponse(await stations.recordConfirmations(confirmations))
  },
)

export const recordStationConfirmationsWorkflowId = "record-station-confirmations"

/**
 * Writes down through which station households confirmed deliveries or receipts, so that the
 * station's work counts. Safe to run twice: a delivery or receipt counts once, for who was first.
 *
 * @example
 * await recordStationConfirmationsWorkflow(container).run({
 *   input: {
 *     confirmations: [{
 *       household_id: "hh_1", village_code: "513423102201", station_id: "stn_1",
 *       worker_id: "stw_1", subject_kind: "delivery", subject_id: "dlv_1", goods: "苹果",
 *       confirmed_on: "2026-11-22", how: "spoken", consent_note: "户主在站里说同意",
 *     }],
 *   },
 * })
 *
 * @summary
 * Record what households confirmed at a station.
 */
export const recordStationConfirmationsWorkflow = createWorkflow(
  recordStationConfirmationsWorkflowId,
  (input: WorkflowData<{ confirmations: NewConfirmation[] }>) =>
    new WorkflowResponse(recordStationConfirmationsStep(input)),
)
