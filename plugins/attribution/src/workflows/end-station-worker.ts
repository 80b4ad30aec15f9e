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

/** @throws MedusaError `station_worker_gone` when they are not at work at the station */
const validateWorkerAtWorkStep = createStep(
  "validate-worker-at-work",
  async ({ station_id, worker_id }: NewWorkerEnd, { container }) => {
    const desk = await container.resolve<StationModuleService>(STATION_MODULE).deskOf(station_id)
    const worker = desk?.workers.find(({ id }) => id === worker_id)
    if (!worker || worker.ended) throw stationRefused("station_worker_gone")
  },
)

/**
 * Nobody signs in as a worker who has left; other things that the identity is for stay. No undo: it
 * comes first, so that an end that was cut off can be asked for again.
 */
const releaseStationWorkerIdentityStep = createStep(
  "release-station-worker-identity",
  async ({ worker_id }: NewWorkerEnd, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const identities = await auth.listAuthIdentities({
      app_metadata: { station_worker_id: worker_id },
    })
    for (const { id, app_metadata } of identities) {
      // What is left out stays as it was: only an empty value empties it.
      const released = { ...app_metadata, station_worker_id: null }
      await auth.updateAuthIdentities({ id, app_metadata: released })
    }
    return new StepResponse(identities.length)
  },
)

/** No undo: that somebody left is written once. @throws MedusaError `station_worker_gone` */
const endStationWorkerStep = createStep(
  "end-station-worker",
  async (end: NewWorkerEnd, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    if (!(await stations.endWorker(end))) throw stationRefused("station_worker_gone")
    return new StepResponse(end.worker_id)
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
    validateWorkerAtWorkStep(input)
    releaseStationWorkerIdentityStep(input)
    return new WorkflowResponse(endStationWorkerStep(input))
  },
)
