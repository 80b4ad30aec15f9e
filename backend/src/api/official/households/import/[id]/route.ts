import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { HouseholdImportResponse } from "@shangxing/provenance/types/http"

import { describeImport } from "../../../../../gather/imports"
import { modules } from "../../../../../gather/modules"

/** `GET /official/households/import/:id`: how a file stands. 404 `import_unknown` for others'. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<HouseholdImportResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const record = await modules.registry(req.scope).importOf(String(req.params.id), official)
  res.json(await describeImport(req.scope, record))
}
