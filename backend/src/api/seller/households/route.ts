import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerHouseholdsResponse } from "@shangxing/provenance/types/http"

import { gatherHouseholds } from "../../../gather/deliveries"

/** `GET /seller/households`: who may deliver here, masked, with floors: what a weighbridge keeps offline. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerHouseholdsResponse>,
): Promise<void> {
  const households = await gatherHouseholds(req.scope, await sellerIdOf(req))
  res.json({ households, count: households.length })
}
