import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CountiesResponse } from "@shangxing/provenance/types/http"

import { gatherCounties } from "../../../gather/counties"

/** `GET /store/counties?prefecture=5134`: every county of the registry, with its brand if it has one. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<CountiesResponse>,
): Promise<void> {
  const { prefecture } = req.query
  const prefix = typeof prefecture === "string" && /^\d{4}$/.test(prefecture) ? prefecture : ""
  res.json({ counties: await gatherCounties(req.scope, prefix) })
}
