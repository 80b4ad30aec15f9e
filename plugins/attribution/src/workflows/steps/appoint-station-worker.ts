import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { stationRefused } from "../../lib/station-refusals"

type Appointment = { auth_identity_id: string; worker_id: string }

/**
 * Lets an identity sign in as a worker; compensation takes that back. Medusa's own step refuses an
 * identity that once was a worker: the key of one who has left stays, with nothing in it.
 *
 * @throws MedusaError `station_worker_email_taken` when it is another worker's
 */
export const appointStationWorkerStep = createStep(
  "appoint-station-worker",
  async ({ auth_identity_id: id, worker_id }: Appointment, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const { app_metadata } = await auth.retrieveAuthIdentity(id)
    if (app_metadata?.station_worker_id) throw stationRefused("station_worker_email_taken")
    await auth.updateAuthIdentities({
      id,
      app_metadata: { ...app_metadata, station_worker_id: worker_id },
    })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const auth = container.resolve(Modules.AUTH)
    const { app_metadata } = await auth.retrieveAuthIdentity(id)
    await auth.updateAuthIdentities({
      id,
      app_metadata: { ...app_metadata, station_worker_id: null },
    })
  },
)
