import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { NewVoid } from "../modules/station/types"

/** No undo: what was taken back stays so. */
const voidStationTransactionsStep = createStep(
  "void-station-transactions",
  async ({ voids }: { voids: NewVoid[] }, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    return new StepResponse(await stations.recordVoids(voids))
  },
)

export const voidStationTransactionsWorkflowId = "void-station-transactions"

/**
 * Takes back purchases that were recorded by mistake, or confirmations of what was voided itself: a
 * station's figures never count them again. Safe to run twice. Answers how many were new.
 *
 * @example
 * await voidStationTransactionsWorkflow(container).run({
 *   input: {
 *     voids: [{
 *       subject_kind: "purchase", subject_id: "apu_1", reason: "记错了户", recorded_by: "stw_1",
 *     }],
 *   },
 * })
 *
 * @summary
 * Take transactions of a station back.
 */
export const voidStationTransactionsWorkflow = createWorkflow(
  voidStationTransactionsWorkflowId,
  (input: WorkflowData<{ voids: NewVoid[] }>) =>
    new WorkflowResponse(voidStationTransactionsStep(input)),
)
