import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerDeliveryResponse } from "@shangxing/provenance/types/http"
import { voidDeliveryWorkflow } from "@shangxing/provenance/workflows"

import type { VoidBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownDelivery } from "../../own-delivery"

/** `POST /seller/deliveries/:id/void`: ends a delivery that was a mistake, with its reason. */
export async function POST(
  req: AuthenticatedMedusaRequest<VoidBody>,
  res: MedusaResponse<SellerDeliveryResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const delivery_id = String(req.params.id)
  await inTheirWords(
    req,
    voidDeliveryWorkflow(req.scope).run({
      input: { seller_id: seller.id, delivery_id, voided_by: member.name, ...req.validatedBody },
    }),
  )
  res.json({ delivery: await ownDelivery(req, seller.id) })
}
