import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LotTraceResponse } from "@shangxing/provenance/types/http"

import { gatherTrace } from "../../../../../gather/lot-trace"
import { unknownLot } from "../../../../../gather/unknown-lot"

/** `GET /store/lots/:gtin/:lot`: what a pack's trace code tells. 404 `lot_unknown`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<LotTraceResponse>,
): Promise<void> {
  const { gtin = "", lot: code = "" } = req.params
  const lot = await gatherTrace(req.scope, gtin, code)
  if (!lot) throw unknownLot(req, gtin, code)
  res.json({ lot })
}
