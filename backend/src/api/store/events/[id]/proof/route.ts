import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { EventProofResponse } from "@shangxing/provenance/types/http"

import { modules } from "../../../../../gather/modules"
import { notFound } from "../../../../../gather/not-found"

/**
 * `GET /store/events/:id/proof`: the way from one trace event to its day's Merkle root.
 * 404 `event_unknown`.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<EventProofResponse>,
): Promise<void> {
  const { id = "" } = req.params
  const event = await modules.trace(req.scope).proofOfEvent(id)
  if (!event) {
    throw notFound(req, "event_unknown", {
      zh: `没有追溯事件 ${id}；请核对编号。`,
      en: `There is no trace event ${id}. Check its id.`,
    })
  }
  res.json({ event })
}
