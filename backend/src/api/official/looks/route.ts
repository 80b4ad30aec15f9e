import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { LooksResponse } from "@shangxing/provenance/types/http"

import { gatherLooks } from "../../../gather/looks"
import type { LooksQuery } from "../query"

/** `GET /official/looks`: the official's own looks at personal fields, and those from below. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, LooksQuery>,
  res: MedusaResponse<LooksResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const { offset, limit } = req.validatedQuery as LooksQuery
  res.json(await gatherLooks(req.scope, official, { offset, limit }))
}
