import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OverviewResponse } from "@shangxing/attribution/types/overview"

import { readAsked } from "../../../gather/overview/asked"
import { gatherOverview } from "../../../gather/overview/overview"
import type { OverviewQuery } from "../overview-query"

/** `GET /official/overview`: what the dashboard of one division and period shows. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, OverviewQuery>,
  res: MedusaResponse<OverviewResponse>,
): Promise<void> {
  const asked = await readAsked(req, req.validatedQuery)
  res.json(await gatherOverview(req.scope, asked))
}
