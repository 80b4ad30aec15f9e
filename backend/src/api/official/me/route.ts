import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { OfficialMe } from "@shangxing/attribution/types/http"

import { scopeOf } from "../../../gather/jurisdiction"

/** `GET /official/me`: who is signed in, and the division that is theirs. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OfficialMe>,
): Promise<void> {
  const { id, email, name } = await officialOf(req)
  const { division, path } = await scopeOf(req)
  res.json({ official: { id, email, name }, division, path })
}
