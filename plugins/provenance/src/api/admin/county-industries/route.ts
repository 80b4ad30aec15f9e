import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { describeIndustries } from "../../../lib/describe-industries"
import type { AdminCountyIndustriesResponse } from "../../../types/http"

/** `GET /admin/county-industries`: industries with their records, lawful users and specialities. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCountyIndustriesResponse>,
): Promise<void> {
  res.json({ county_industries: await describeIndustries(req.scope) })
}
