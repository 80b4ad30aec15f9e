import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SplitsResponse } from "@shangxing/attribution/types/overview"

import { readAsked } from "../../../gather/overview/asked"
import { gatherSplits } from "../../../gather/overview/splits"
import type { SplitsQuery } from "../overview-query"

/** `GET /official/splits`: a division's sales by seller, product or circle. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, SplitsQuery>,
  res: MedusaResponse<SplitsResponse>,
): Promise<void> {
  const { by, ...query } = req.validatedQuery as SplitsQuery
  res.json(await gatherSplits(req.scope, await readAsked(req, query), by))
}
