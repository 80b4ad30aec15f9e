import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"

import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { NewWorkerEnd } from "../modules/station/types"

/** No undo: that somebody left is written once. @throws MedusaError `station_worker_gone` */
const endStationWorkerStep = createStep(
  "end-station-worker",
  async (end: NewWorkerEnd, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    if (!(await stations.endWorker(end))) throw stationRefused("station_worker_gone")
    return new StepResponse(end.worker_id)
  },
)

/** Nobody signs in as a worker who has left; other things that the identity is for stay. */
const releaseStationWorkerIdentityStep = createStep(
  "release-station-worker-identity",
  async (workerId: string, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const identities = await auth.listAuthIdentities({
      app_metadata: { station_worker_id: workerId },
    })
    for (const { id, app_metadata } of identities) {
      // What is left out stays as it was: only an empty value empties it.
      const released = { ...app_metadata, station_worker_id: null }
      await auth.updateAuthIdentities({ id, app_metadata: released })
    }
    return new StepResponse(identities.length)
  },
)

export const endStationWorkerWorkflowId = "end-station-worker"

/**
 * Ends a worker's service at a station: the next request of theirs is refused, nobody signs in by their
 * password, and what they did stays under their name. Once: then `station_worker_gone`.
 *
 * @example
 * await endStationWorkerWorkflow(container).run({
 *   input: { station_id: "stn_1", worker_id: "stw_1", reason: "调到县里", recorded_by: "off_1" },
 * })
 *
 * @summary
 * End a station worker's service.
 */
export const endStationWorkerWorkflow = createWorkflow(
  endStationWorkerWorkflowId,
  (input: WorkflowData<NewWorkerEnd>) => {
    const workerId = endStationWorkerStep(input)
    releaseStationWorkerIdentityStep(workerId)
    return new WorkflowResponse(workerId)
  },
)
