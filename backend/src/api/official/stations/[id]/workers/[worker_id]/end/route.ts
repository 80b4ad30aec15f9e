import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StationDeskResponse } from "@shangxing/attribution/types/station-desk"
import { endStationWorkerWorkflow } from "@shangxing/attribution/workflows"

import { gatherStationDesk, keptStation } from "../../../../../../../gather/stations/desk"
import { inTheirWords } from "../../../../../../seller/in-their-words"
import type { EndWorkerBody } from "../../../../../desk-bodies"

/**
 * `POST /official/stations/:id/workers/:worker_id/end` { reason }: their service ends now; the next
 * request of theirs is refused, what they did stays. Once: then `station_worker_gone`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<EndWorkerBody>,
  res: MedusaResponse<StationDeskResponse>,
): Promise<void> {
  const { official, desk } = await keptStation(req)
  const input = {
    station_id: desk.id,
    worker_id: String(req.params.worker_id),
    reason: req.validatedBody.reason,
    recorded_by: official.id,
  }
  await inTheirWords(req, endStationWorkerWorkflow(req.scope).run({ input }))
  res.json(await gatherStationDesk(req))
}
