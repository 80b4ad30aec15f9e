import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { gatherPreview } from "../../../../gather/seller-patronage"
import type { PreviewBody } from "../body"

/** `POST /seller/patronage/preview`: what a resolution would give each member; writes nothing. */
export async function POST(
  req: AuthenticatedMedusaRequest<PreviewBody>,
  res: MedusaResponse,
): Promise<void> {
  const seller_id = await sellerIdOf(req)
  res.json(await gatherPreview(req.scope, { ...req.validatedBody, seller_id }))
}
