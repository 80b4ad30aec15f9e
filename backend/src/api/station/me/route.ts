import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import type { StationMe } from "@shangxing/attribution/types/stations"

import { nameDivisions } from "../../../gather/names"

/** `GET /station/me`: who is at work, at which station, and which villages it serves today. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StationMe>,
): Promise<void> {
  const { worker, station, village_codes } = await stationWorkerOf(req)
  const { id, name_zh, division_code } = station
  const names = await nameDivisions(req.scope, [division_code, ...village_codes])
  res.json({
    worker: { id: worker.id, name: worker.name },
    station: { id, name_zh, division: names.division(division_code) },
    villages: village_codes.map(names.division),
  })
}
