import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import { readOwnConsignment } from "@shangxing/marketplace/lib/own-consignment"
import type { ConsignmentResponse } from "@shangxing/marketplace/types/http"

import { cancelConsignment } from "../../../../../workflows/refunds/cancel-consignment"
import type { CancelBody } from "../../../payouts/body"

/**
 * `POST /seller/consignments/:id/cancel`: the seller can't deliver. All of its share goes back to the
 * buyer, the packs back to their lots; 400 `consignment_already_shipped` once it has left.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<CancelBody>,
  res: MedusaResponse<ConsignmentResponse>,
): Promise<void> {
  const seller_id = await sellerIdOf(req)
  const consignment_id = req.params.id!
  await cancelConsignment(req.scope, {
    consignment_id,
    seller_id,
    created_by: req.auth_context.actor_id,
    ...req.validatedBody,
  })
  res.json({ consignment: await readOwnConsignment(req.scope, consignment_id, seller_id) })
}
