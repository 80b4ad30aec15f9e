import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OfficialHouseholdsResponse } from "@shangxing/attribution/types/http"

import { gatherHouseholds } from "../../../gather/households"
import { scopeOf } from "../../../gather/jurisdiction"
import { periodOf } from "../../../gather/overview/asked"
import type { HouseholdsQuery } from "../query"

/** `GET /official/households`: enrolled households with what a period's sales attribute to them. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, HouseholdsQuery>,
  res: MedusaResponse<OfficialHouseholdsResponse>,
): Promise<void> {
  const { division, month, period: asked, ...page } = req.validatedQuery as HouseholdsQuery
  const period = periodOf(req, asked ?? month)
  const scope = await scopeOf(req, division)
  res.json(await gatherHouseholds(req.scope, scope, { period, ...page }))
}
