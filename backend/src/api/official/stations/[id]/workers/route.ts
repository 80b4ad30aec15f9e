import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
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
  const employed = employWorker(req.scope, desk, {
    ...req.validatedBody,
    recorded_by: official.id,
  })
  const created = await inTheirWords(req, employed)
  res.setHeader("cache-control", "no-store")
  res.json(created)
}
