import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { RevealResponse } from "@shangxing/provenance/types/http"
import { revealIdentityWorkflow } from "@shangxing/provenance/workflows"

import type { RevealBody } from "../../../query"

/**
 * `POST /official/households/:id/reveal` { field, reason }: one personal field, after the look is
 * logged. Each call is a look. 404 `household_unknown` outside the official's division; 400
 * `look_reason_short`, `look_reason_long`, `look_limit_reached`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<RevealBody>,
  res: MedusaResponse<RevealResponse>,
): Promise<void> {
  const { id, division_code } = await officialOf(req)
  const household_id = String(req.params.id)
  const { field, reason } = req.validatedBody
  const { result } = await revealIdentityWorkflow(req.scope).run({
    input: { household_id, field, reason, official: { id, division_code } },
  })
  res.setHeader("cache-control", "no-store")
  res.json({ household_id, field, value: result.value })
}
