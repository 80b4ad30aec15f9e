import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { describeIndustries } from "../../../../../lib/describe-industries"
import type { AdminCountyIndustriesResponse } from "../../../../../types/http"
import { declareSpecialitiesWorkflow } from "../../../../../workflows"
import type { SpecialitiesBody } from "../../../validators"

/**
 * `POST /admin/county-industries/:code/specialities` { specialities }: of the county's townships and
 * villages. One of the same place and kind is replaced. 400 `industry_county_unknown`,
 * `speciality_division_invalid`, `speciality_source_missing`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<SpecialitiesBody>,
  res: MedusaResponse<AdminCountyIndustriesResponse>,
): Promise<void> {
  const county_code = String(req.params.code)
  await declareSpecialitiesWorkflow(req.scope).run({
    input: { county_code, specialities: req.validatedBody.specialities },
  })
  res.json({ county_industries: await describeIndustries(req.scope, county_code) })
}
