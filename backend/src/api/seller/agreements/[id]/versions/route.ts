import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerAgreementResponse } from "@shangxing/provenance/types/http"
import { draftAgreementWorkflow } from "@shangxing/provenance/workflows"

import type { TermsBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownAgreement } from "../../own-agreement"

/** `POST /seller/agreements/:id/versions`: drafts the next version, or the draft once more. */
export async function POST(
  req: AuthenticatedMedusaRequest<TermsBody>,
  res: MedusaResponse<SellerAgreementResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const agreement_id = String(req.params.id)
  await inTheirWords(
    req,
    draftAgreementWorkflow(req.scope).run({
      input: {
        seller_id: seller.id,
        agreement_id,
        drafted_by: member.name,
        terms: req.validatedBody,
      },
    }),
  )
  res.json({ agreement: await ownAgreement(req, seller.id) })
}
