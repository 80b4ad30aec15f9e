import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { describeIndustries } from "../../../../../lib/describe-industries"
import type { AdminCountyIndustriesResponse } from "../../../../../types/http"
import { declareLawfulUsersWorkflow } from "../../../../../workflows"
import type { LawfulUsersBody } from "../../../validators"

/**
 * `POST /admin/county-industries/:code/lawful-users` { users }: who may use the county's marks. A
 * line of the same record and code is replaced. 400 `industry_county_unknown`, `gi_record_unknown`,
 * `credit_code_invalid`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<LawfulUsersBody>,
  res: MedusaResponse<AdminCountyIndustriesResponse>,
): Promise<void> {
  const county_code = String(req.params.code)
  await declareLawfulUsersWorkflow(req.scope).run({
    input: { county_code, users: req.validatedBody.users },
  })
  res.json({ county_industries: await describeIndustries(req.scope, county_code) })
}
