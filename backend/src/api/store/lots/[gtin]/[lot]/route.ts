import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LotTraceResponse } from "@shangxing/provenance/types/http"

import { gatherTrace } from "../../../../../gather/lot-trace"
import { notFound } from "../../../../../gather/not-found"

/** `GET /store/lots/:gtin/:lot`: what a pack's trace code tells. 404 `lot_unknown`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<LotTraceResponse>,
): Promise<void> {
  const { gtin, lot: code } = req.params
  const lot = await gatherTrace(req.scope, String(gtin), String(code))
  if (!lot) {
    throw notFound(req, "lot_unknown", {
      zh: `没有批次 ${gtin} / ${code}。请核对箱上的码，多一个字都不对。`,
      en: `There is no lot ${gtin} / ${code}. Check the code on the pack, character by character.`,
    })
  }
  res.json({ lot })
}
