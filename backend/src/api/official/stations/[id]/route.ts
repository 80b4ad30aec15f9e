import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StationDeskResponse } from "@shangxing/attribution/types/station-desk"

import { gatherStationDesk } from "../../../../gather/stations/desk"

/**
 * `GET /official/stations/:id`: one station of the own division with who works and worked there, the
 * villages that it serves and its subsidies by document, fen. 404 `station_unknown`.
 */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StationDeskResponse>,
): Promise<void> {
  res.json(await gatherStationDesk(req))
}
