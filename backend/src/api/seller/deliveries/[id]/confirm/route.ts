import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerDeliveryResponse } from "@shangxing/provenance/types/http"
import { confirmDeliveryWorkflow } from "@shangxing/provenance/workflows"

import type { ConfirmBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownDelivery } from "../../own-delivery"

/** `POST /seller/deliveries/:id/confirm`: the household's yes, by its own code or through the station. */
export async function POST(
  req: AuthenticatedMedusaRequest<ConfirmBody>,
  res: MedusaResponse<SellerDeliveryResponse>,
): Promise<void> {
  const { seller } = await memberOf(req)
  const delivery_id = String(req.params.id)
  await inTheirWords(
    req,
    confirmDeliveryWorkflow(req.scope).run({
      input: { seller_id: seller.id, delivery_id, by: req.validatedBody },
    }),
  )
  res.json({ delivery: await ownDelivery(req, seller.id) })
}
