import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LotProofsResponse } from "@shangxing/provenance/types/http"

import { gatherProofs } from "../../../../../../gather/lot-events"
import { unknownLot } from "../../../../../../gather/unknown-lot"

/**
 * `GET /store/lots/:gtin/:lot/proofs`: the lot's chain, signatures, public keys, daily roots and
 * inclusion proofs: all that is needed to check the lot without us. 404 `lot_unknown`.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<LotProofsResponse>,
): Promise<void> {
  const { gtin = "", lot = "" } = req.params
  const proofs = await gatherProofs(req.scope, gtin, lot)
  if (!proofs) throw unknownLot(req, gtin, lot)
  res.json({ proofs })
}
