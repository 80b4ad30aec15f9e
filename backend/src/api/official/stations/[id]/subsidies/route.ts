import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StationDeskResponse } from "@shangxing/attribution/types/station-desk"
import { grantStationSubsidyWorkflow } from "@shangxing/attribution/workflows"

import { gatherStationDesk, keptStation } from "../../../../../gather/stations/desk"
import { inTheirWords } from "../../../../seller/in-their-words"
import type { SubsidyBody } from "../../../desk-bodies"

/**
 * `POST /official/stations/:id/subsidies` { year, amount_fen, document }: a year's subsidy in fen, spread
 * over the months in which the station is open. The same document again with another amount corrects
 * it; with the same amount nothing changes. Refuses a year in which it was not open.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<SubsidyBody>,
  res: MedusaResponse<StationDeskResponse>,
): Promise<void> {
  const { official, desk } = await keptStation(req)
  const input = { ...req.validatedBody, station_id: desk.id, recorded_by: official.id }
  await inTheirWords(req, grantStationSubsidyWorkflow(req.scope).run({ input }))
  res.json(await gatherStationDesk(req))
}
