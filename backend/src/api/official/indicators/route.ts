import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { IndicatorsResponse } from "@shangxing/attribution/types/http"

import { gatherIndicators } from "../../../gather/indicators"
import { scopeOf } from "../../../gather/jurisdiction"
import { type IndicatorsQuery, thisMonth } from "../query"

/** `GET /official/indicators`: attributed sales of a division in a month, split by what is below. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, IndicatorsQuery>,
  res: MedusaResponse<IndicatorsResponse>,
): Promise<void> {
  const { division, by, month = thisMonth() } = req.validatedQuery as IndicatorsQuery
  const scope = await scopeOf(req, division)
  res.json(await gatherIndicators(req.scope, scope, { by, month }))
}
