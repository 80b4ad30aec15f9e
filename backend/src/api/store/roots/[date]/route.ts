import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RootResponse } from "@shangxing/provenance/types/http"

import { modules } from "../../../../gather/modules"
import { notFound } from "../../../../gather/not-found"

/**
 * `GET /store/roots/:date` (`YYYY-MM-DD`, Shanghai's day): the Merkle root over that day's trace
 * events; that of today is not final yet. 404 `root_unknown` for a day without events.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse<RootResponse>): Promise<void> {
  const { date = "" } = req.params
  const root = await modules.trace(req.scope).rootOf(date)
  if (!root) {
    throw notFound(req, "root_unknown", {
      zh: `${date} 没有追溯事件，所以没有根。日期写成 年-月-日（YYYY-MM-DD）。`,
      en: `There were no trace events on ${date}, so it has no root. Write the day as YYYY-MM-DD.`,
    })
  }
  res.json({ root })
}
