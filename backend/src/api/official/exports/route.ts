import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { ExportsResponse } from "@shangxing/attribution/types/books"

import { gatherExports } from "../../../gather/exports"
import type { ExportsQuery } from "../books-query"

/** `GET /official/exports`: what was taken away, by the official and by those below. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ExportsQuery>,
  res: MedusaResponse<ExportsResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const { offset, limit } = req.validatedQuery as ExportsQuery
  res.json(await gatherExports(req.scope, official, { offset, limit }))
}
