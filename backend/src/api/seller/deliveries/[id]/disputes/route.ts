import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerDeliveryResponse } from "@shangxing/provenance/types/http"
import { disputeDeliveryWorkflow } from "@shangxing/provenance/workflows"

import type { DisputeBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownDelivery } from "../../own-delivery"

/** `POST /seller/deliveries/:id/disputes`: opens, answers or resolves a dispute; nothing is unsaid. */
export async function POST(
  req: AuthenticatedMedusaRequest<DisputeBody>,
  res: MedusaResponse<SellerDeliveryResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const delivery_id = String(req.params.id)
  await inTheirWords(
    req,
    disputeDeliveryWorkflow(req.scope).run({
      input: { seller_id: seller.id, delivery_id, recorded_by: member.name, ...req.validatedBody },
    }),
  )
  res.json({ delivery: await ownDelivery(req, seller.id) })
}
