import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { stationRefused } from "../../lib/station-refusals"
import { STATION_MODULE } from "../../modules/station"
import type StationModuleService from "../../modules/station/service"
import type { CreateStationWorkerInput } from "../create-station-worker"

/** Writes the worker down; compensation takes the worker off the list again. */
export const createStationWorkerStep = createStep(
  "create-station-worker",
  async ({ station_id, email, name, recorded_by }: CreateStationWorkerInput, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    const [known] = await stations.listStationWorkers({ email: email.toLowerCase() }, { take: 1 })
    if (known) throw stationRefused("station_worker_email_taken")
    const worker = await stations.createStationWorkers({
      station_id,
      email: email.toLowerCase(),
      name,
      recorded_by: recorded_by ?? null,
    })
    return new StepResponse(worker, worker.id)
  },
  async (workerId, { container }) => {
    if (!workerId) return
    await container.resolve<StationModuleService>(STATION_MODULE).deleteStationWorkers(workerId)
  },
)
