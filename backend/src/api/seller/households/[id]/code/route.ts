import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import { setHouseholdCodeWorkflow } from "@shangxing/provenance/workflows"

import type { CodeBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"

/** `POST /seller/households/:id/code`: the household chooses its code, before a witness. */
export async function POST(
  req: AuthenticatedMedusaRequest<CodeBody>,
  res: MedusaResponse<{ household_id: string }>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const household_id = String(req.params.id)
  await inTheirWords(
    req,
    setHouseholdCodeWorkflow(req.scope).run({
      input: { seller_id: seller.id, household_id, set_by: member.name, ...req.validatedBody },
    }),
  )
  res.status(201).json({ household_id })
}
