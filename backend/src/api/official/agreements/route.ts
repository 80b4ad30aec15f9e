import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OfficialAgreementsResponse } from "@shangxing/attribution/types/books"

import { booksScopeOf } from "../../../gather/books-scope"
import { gatherOfficialAgreements } from "../../../gather/official-agreements"
import type { OfficialAgreementsQuery } from "../books-query"

/**
 * `GET /official/agreements`: support agreements with households of the division, as they stood on
 * the period's last day. 404 `division_unknown`; 400 `period_…`. Rule: docs/domain.md §3.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, OfficialAgreementsQuery>,
  res: MedusaResponse<OfficialAgreementsResponse>,
): Promise<void> {
  const { offset, limit, state, ...asked } = req.validatedQuery as OfficialAgreementsQuery
  const { head } = await booksScopeOf(req, asked)
  res.json(await gatherOfficialAgreements(req.scope, head, state, { offset, limit }))
}
