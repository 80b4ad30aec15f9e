import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { RefundPreviewResponse } from "@shangxing/marketplace/types/payouts"

import { previewRefund } from "../../../../../../gather/refund-preview"
import type { RefundPreviewBody } from "../../../../payouts/body"

/**
 * `POST /seller/consignments/:id/refund/preview`: what a refund of these goods, or of all that is
 * left, would come to and do. Moves nothing; refuses what the refund itself would be refused.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<RefundPreviewBody>,
  res: MedusaResponse<RefundPreviewResponse>,
): Promise<void> {
  const which = { consignment_id: req.params.id!, seller_id: await sellerIdOf(req) }
  res.json({ preview: await previewRefund(req.scope, which, req.validatedBody) })
}
