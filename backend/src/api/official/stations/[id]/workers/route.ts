import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stationRefused } from "@shangxing/attribution/lib/station-refusals"
import { isShutOn } from "@shangxing/attribution/domain/station-desk"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import type { StationWorkerCreated } from "@shangxing/attribution/types/station-desk"

import { keptStation } from "../../../../../gather/stations/desk"
import { employWorker } from "../../../../../workflows/stations/employ-worker"
import { inTheirWords } from "../../../../seller/in-their-words"
import type { StationWorkerBody } from "../../../desk-bodies"

/**
 * `POST /official/stations/:id/workers` { name, email }: somebody who signs in at the station from now
 * on. The password is in this answer and in no other. Refuses an e-mail by which anybody signs in,
 * `station_worker_email_taken`, and a station that has closed, `station_shut`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<StationWorkerBody>,
  res: MedusaResponse<StationWorkerCreated>,
): Promise<void> {
  const { official, desk } = await keptStation(req)
  const today = shanghaiDay(new Date())
  const employed = isShutOn({ closedOn: desk.closed_on }, today)
    ? Promise.reject(stationRefused("station_shut"))
    : employWorker(req.scope, {
        ...req.validatedBody,
        station_id: desk.id,
        recorded_by: official.id,
      })
  const created = await inTheirWords(req, employed)
  res.setHeader("cache-control", "no-store")
  res.json(created)
}
