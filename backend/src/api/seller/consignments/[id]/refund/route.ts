import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { RefundResponse } from "@shangxing/marketplace/types/payouts"

import { refundConsignment } from "../../../../../workflows/refunds/refund-consignment"
import type { RefundBody } from "../../../payouts/body"

/**
 * `POST /seller/consignments/:id/refund`: gives the buyer back a part of the seller's own
 * consignment, at the seller's expense alone. What it names of lines and freight is taken from those,
 * the rest is spread over what is left; 400 `refund_over_share` beyond the share, `refund_over_line`
 * beyond a line.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<RefundBody>,
  res: MedusaResponse<RefundResponse>,
): Promise<void> {
  const refund_id = await refundConsignment(req.scope, {
    consignment_id: req.params.id!,
    seller_id: await sellerIdOf(req),
    created_by: req.auth_context.actor_id,
    ...req.validatedBody,
  })
  res.json({ refund_id })
}
