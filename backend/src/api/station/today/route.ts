import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import type { StationTodayResponse } from "@shangxing/attribution/types/stations"

import { gatherToday } from "../../../gather/stations/today"

/** `GET /station/today`: what waits for a household's word in the villages served. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StationTodayResponse>,
): Promise<void> {
  res.json(await gatherToday(req, await stationWorkerOf(req)))
}
