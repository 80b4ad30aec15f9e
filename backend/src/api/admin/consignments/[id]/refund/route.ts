import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RefundResponse } from "@shangxing/marketplace/types/payouts"

import { refundConsignment } from "../../../../../workflows/refunds/refund-consignment"
import type { RefundBody } from "../../../../seller/payouts/body"

/** `POST /admin/consignments/:id/refund`: as the seller's own, for the operator. */
export async function POST(
  req: AuthenticatedMedusaRequest<RefundBody>,
  res: MedusaResponse<RefundResponse>,
): Promise<void> {
  const refund_id = await refundConsignment(req.scope, {
    consignment_id: req.params.id!,
    created_by: req.auth_context.actor_id,
    ...req.validatedBody,
  })
  res.json({ refund_id })
}
