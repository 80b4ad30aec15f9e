import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerAgreementResponse } from "@shangxing/provenance/types/http"

import { ownAgreement } from "../own-agreement"

/** `GET /seller/agreements/:id`: all its versions; another seller's is 404. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerAgreementResponse>,
): Promise<void> {
  res.json({ agreement: await ownAgreement(req, await sellerIdOf(req)) })
}
