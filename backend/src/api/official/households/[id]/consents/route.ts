import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { OfficialHouseholdResponse } from "@shangxing/provenance/types/http"
import { recordConsentWorkflow } from "@shangxing/provenance/workflows"

import { gatherOwnHousehold } from "../../../../../gather/own-household"
import type { ConsentBody } from "../../../query"

/**
 * `POST /official/households/:id/consents` { purpose, act, evidence }: that the household gave or
 * withdrew its consent. A withdrawal unpublishes at once. 404 `household_unknown` outside the
 * official's division; 400 `consent_unchanged`, `consent_evidence_missing`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ConsentBody>,
  res: MedusaResponse<OfficialHouseholdResponse>,
): Promise<void> {
  const { id: recorded_by } = await officialOf(req)
  const household_id = String(req.params.id)
  await gatherOwnHousehold(req, household_id)
  await recordConsentWorkflow(req.scope).run({
    input: { ...req.validatedBody, household_id, recorded_by },
  })
  res.json({ household: await gatherOwnHousehold(req, household_id) })
}
