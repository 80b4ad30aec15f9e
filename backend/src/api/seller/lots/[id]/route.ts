import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerLotSheetResponse } from "@shangxing/provenance/types/http"

import { ownLot } from "../own-lot"

/** `GET /seller/lots/:id`: one lot with its composition, packs, losses and moves; another's is 404. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerLotSheetResponse>,
): Promise<void> {
  res.json({ lot: await ownLot(req, await sellerIdOf(req)) })
}
