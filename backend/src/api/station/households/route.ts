import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import type { StationHouseholdsResponse } from "@shangxing/attribution/types/stations"

import { modules } from "../../../gather/modules"
import { nameDivisions } from "../../../gather/names"
import { ownHouseholds } from "../../../gather/stations/own-station"
import type { StationHouseholdsQuery } from "../bodies"

/** `GET /station/households`: households of the villages served, masked; `q` is part of either. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StationHouseholdsQuery>,
  res: MedusaResponse<StationHouseholdsResponse>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const { q, offset, limit } = req.validatedQuery
  const households = await ownHouseholds(req, worker)
  const names = await nameDivisions(req.scope, worker.village_codes)
  const found = households.filter(({ id, masked_name, village_code }) =>
    [id, masked_name, names.division(village_code).name_zh].some((said) => said.includes(q ?? "")),
  )
  const page = found.slice(offset, offset + limit)
  const coded = await modules.lots(req.scope).householdsWithCode(page.map(({ id }) => id))
  res.json({
    households: page.map(({ id, masked_name, village_code }) => ({
      id,
      masked_name,
      village: names.division(village_code),
      has_code: coded.includes(id),
    })),
    count: found.length,
    offset,
    limit,
  })
}
