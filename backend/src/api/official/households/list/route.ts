import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HouseholdListResponse } from "@shangxing/attribution/types/books"

import { booksScopeOf } from "../../../../gather/books-scope"
import { gatherHouseholdList } from "../../../../gather/household-list"
import type { HouseholdListQuery } from "../../books-query"

/**
 * `GET /official/households/list`: who received, what was attributed, who has an agreement and
 * received nothing; masked, sorted, paged. 404 `division_unknown`; 400 `period_…`.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, HouseholdListQuery>,
  res: MedusaResponse<HouseholdListResponse>,
): Promise<void> {
  const { offset, limit, ...asked } = req.validatedQuery as HouseholdListQuery
  const { head } = await booksScopeOf(req, asked)
  res.json(await gatherHouseholdList(req.scope, head, asked, { offset, limit }))
}
