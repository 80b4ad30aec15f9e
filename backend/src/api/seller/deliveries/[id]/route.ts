import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerDeliveryResponse } from "@shangxing/provenance/types/http"

import { ownDelivery } from "../own-delivery"

/** `GET /seller/deliveries/:id`: one of the seller's own, with its disputes; another's is 404. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerDeliveryResponse>,
): Promise<void> {
  res.json({ delivery: await ownDelivery(req, await sellerIdOf(req)) })
}
