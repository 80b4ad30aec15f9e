import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { documentOf, gatherProofs } from "../../../../../../gather/lot-events"
import { unknownLot } from "../../../../../../gather/unknown-lot"

/**
 * `GET /store/lots/:gtin/:lot/epcis`: the lot's events as an EPCIS 2.0 JSON-LD document.
 * 404 `lot_unknown`.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { gtin = "", lot = "" } = req.params
  const proofs = await gatherProofs(req.scope, gtin, lot)
  if (!proofs) throw unknownLot(req, gtin, lot)
  res.type("application/ld+json").send(JSON.stringify(documentOf(proofs)))
}
