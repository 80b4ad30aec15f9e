import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerAgreementResponse } from "@shangxing/provenance/types/http"
import { publishAgreementWorkflow } from "@shangxing/provenance/workflows"

import type { PublishBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownAgreement } from "../../own-agreement"

/** `POST /seller/agreements/:id/publish`: the draft holds from a day on and never changes again. */
export async function POST(
  req: AuthenticatedMedusaRequest<PublishBody>,
  res: MedusaResponse<SellerAgreementResponse>,
): Promise<void> {
  const { seller } = await memberOf(req)
  const agreement_id = String(req.params.id)
  await inTheirWords(
    req,
    publishAgreementWorkflow(req.scope).run({
      input: { seller_id: seller.id, agreement_id, ...req.validatedBody },
    }),
  )
  res.json({ agreement: await ownAgreement(req, seller.id) })
}
