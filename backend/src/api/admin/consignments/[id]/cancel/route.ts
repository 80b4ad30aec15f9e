import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { cancelConsignment } from "../../../../../workflows/refunds/cancel-consignment"
import type { CancelBody } from "../../../../seller/payouts/body"

/** `POST /admin/consignments/:id/cancel`: as the seller's own, for the operator. */
export async function POST(
  req: AuthenticatedMedusaRequest<CancelBody>,
  res: MedusaResponse<{ id: string }>,
): Promise<void> {
  const id = req.params.id!
  await cancelConsignment(req.scope, {
    consignment_id: id,
    created_by: req.auth_context.actor_id,
    ...req.validatedBody,
  })
  res.json({ id })
}
