import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StationDeskResponse } from "@shangxing/attribution/types/station-desk"
import { closeStationWorkflow } from "@shangxing/attribution/workflows"

import { gatherStationDesk, keptStation } from "../../../../../gather/stations/desk"
import { inTheirWords } from "../../../../seller/in-their-words"
import type { CloseStationBody } from "../../../desk-bodies"

/**
 * `POST /official/stations/:id/close` { closed_on }: the first business day without it; its workers see
 * nothing from then on. Once: then `station_closed_already`. Refuses a day that is not after the
 * opening. 404 `station_unknown`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<CloseStationBody>,
  res: MedusaResponse<StationDeskResponse>,
): Promise<void> {
  const { official, desk } = await keptStation(req)
  const input = {
    station_id: desk.id,
    closed_on: req.validatedBody.closed_on,
    recorded_by: official.id,
  }
  await inTheirWords(req, closeStationWorkflow(req.scope).run({ input }))
  res.json(await gatherStationDesk(req))
}
