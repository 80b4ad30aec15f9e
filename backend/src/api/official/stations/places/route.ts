import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StationPlacesResponse } from "@shangxing/attribution/types/station-desk"

import { gatherStationPlaces } from "../../../../gather/stations/desk"
import type { PlacesQuery } from "../../desk-bodies"

/**
 * `GET /official/stations/places?division=`: where an official can open a station, and the villages
 * that it can serve; none for officials who keep no stations.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PlacesQuery>,
  res: MedusaResponse<StationPlacesResponse>,
): Promise<void> {
  res.json(await gatherStationPlaces(req, req.validatedQuery.division))
}
