import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { refusalWords } from "@shangxing/provenance/lib/refusals"
import type { SellerLotSheet } from "@shangxing/provenance/types/http"

import { gatherLotSheet } from "../../../gather/lot-sheet"
import { notFound } from "../../../gather/not-found"

/** The lot that the path names. @throws MedusaError NOT_FOUND `lot_unknown` for another seller's. */
export async function ownLot(
  req: AuthenticatedMedusaRequest<unknown>,
  sellerId: string,
  id = String(req.params.id),
): Promise<SellerLotSheet> {
  const lot = await gatherLotSheet(req.scope, sellerId, id)
  if (lot) return lot
  throw notFound(req, "lot_unknown", refusalWords("lot_unknown", id))
}
