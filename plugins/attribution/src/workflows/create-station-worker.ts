import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { appointStationWorkerStep } from "./steps/appoint-station-worker"
import { createStationWorkerStep } from "./steps/create-station-worker"

export type CreateStationWorkerInput = {
  station_id: string
  email: string
  name: string
  auth_identity_id: string
  /** The official who registers the worker. */
  recorded_by?: string
}

export const createStationWorkerWorkflowId = "create-station-worker"

/**
 * Registers a worker of a service station and lets the auth identity sign in as `station_worker`.
 *
 * Not to be run twice: the second run is refused with `station_worker_email_taken`.
 *
 * @example
 * await createStationWorkerWorkflow(container).run({
 *   input: {
 *     station_id: "stn_1",
 *     email: "station@demo.local",
 *     name: "阿说",
 *     auth_identity_id: "authid_1",
 *   },
 * })
 *
 * @summary
 * Register a station worker.
 */
export const createStationWorkerWorkflow = createWorkflow(
  createStationWorkerWorkflowId,
  function (input: CreateStationWorkerInput) {
    const worker = createStationWorkerStep(input)
    const appointment = transform({ input, worker }, ({ input, worker }) => ({
      auth_identity_id: input.auth_identity_id,
      worker_id: worker.id,
    }))
    appointStationWorkerStep(appointment)

    return new WorkflowResponse(worker)
  },
)
