import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { AdminReviewResponse } from "../../../../../types/sellers-admin"
import { reviewSellerProductWorkflow } from "../../../../../workflows"
import type { ReviewBody } from "../../../../validators"

/** The operator's verdict on a proposed product: published, or returned with a reason. */
export async function POST(
  req: AuthenticatedMedusaRequest<ReviewBody>,
  res: MedusaResponse<AdminReviewResponse>,
): Promise<void> {
  const { result } = await reviewSellerProductWorkflow(req.scope).run({
    input: { product_id: req.params.id!, ...req.validatedBody },
  })
  res.json({ product: { id: result.id, status: result.status } })
}
