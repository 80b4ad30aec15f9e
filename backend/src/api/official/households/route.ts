import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OfficialHouseholdsResponse } from "@shangxing/attribution/types/http"

import { gatherHouseholds } from "../../../gather/households"
import { scopeOf } from "../../../gather/jurisdiction"
import { type HouseholdsQuery, thisMonth } from "../query"

/** `GET /official/households`: enrolled households with what a month's sales attribute to them. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, HouseholdsQuery>,
  res: MedusaResponse<OfficialHouseholdsResponse>,
): Promise<void> {
  const { division, month = thisMonth(), ...page } = req.validatedQuery as HouseholdsQuery
  const scope = await scopeOf(req, division)
  res.json(await gatherHouseholds(req.scope, scope, { month, ...page }))
}
