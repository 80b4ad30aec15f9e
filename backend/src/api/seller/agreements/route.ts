import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type {
  SellerAgreementResponse,
  SellerAgreementsResponse,
} from "@shangxing/provenance/types/http"
import { draftAgreementWorkflow } from "@shangxing/provenance/workflows"

import { gatherAgreements } from "../../../gather/agreements"
import type { AgreementBody } from "../desk-bodies"
import { inTheirWords } from "../in-their-words"
import { ownAgreement } from "./own-agreement"

/** `GET /seller/agreements`: the seller's own, with what was promised and bought under each. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerAgreementsResponse>,
): Promise<void> {
  const agreements = await gatherAgreements(req.scope, await sellerIdOf(req))
  res.json({ agreements, count: agreements.length })
}

/** `POST /seller/agreements`: a new agreement, a draft until it is published. */
export async function POST(
  req: AuthenticatedMedusaRequest<AgreementBody>,
  res: MedusaResponse<SellerAgreementResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const { result } = await inTheirWords(
    req,
    draftAgreementWorkflow(req.scope).run({
      input: { seller_id: seller.id, drafted_by: member.name, ...req.validatedBody },
    }),
  )
  res.status(201).json({ agreement: await ownAgreement(req, seller.id, result.id) })
}
