/**
 * Who is asking at a service station, and whose affairs are theirs: the one door through which
 * routes learn a station worker's scope. It comes from the database at every request, never from the
 * token: a worker who leaves loses the sight at once. Rule: docs/domain.md §4, §10.
 */
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { shanghaiDay } from "../domain/period"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import { localize } from "./localize"

/** What this needs of a request that `authenticateStationWorker` let through. */
type StationRequest = Pick<AuthenticatedMedusaRequest, "auth_context" | "headers" | "scope">

export type StationWorkerIdentity = {
  worker: { id: string; name: string; email: string }
  station: { id: string; name_zh: string; division_code: string }
  /** Served today: households of these villages and of no others. */
  village_codes: string[]
}

/**
 * The station worker who is asking.
 * @throws MedusaError UNAUTHORIZED `station_worker_unknown` when the worker is gone, or the station
 * has closed
 */
export async function stationWorkerOf(req: StationRequest): Promise<StationWorkerIdentity> {
  const stations = req.scope.resolve<StationModuleService>(STATION_MODULE)
  const found = await stations.workerAt(req.auth_context.actor_id, shanghaiDay(new Date()))
  if (found) return found
  throw new MedusaError(
    MedusaError.Types.UNAUTHORIZED,
    localize(req.headers["accept-language"], {
      zh: "该账号不属于任何营业中的服务站。请联系县里重新登记。",
      en: "This account belongs to no open service station. Ask the county to register you again.",
    }),
    "station_worker_unknown",
  )
}
