import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type {
  HouseholdImportResponse,
  HouseholdImportsResponse,
} from "@shangxing/provenance/types/http"

import { describeImport, importOf } from "../../../../gather/imports"
import { modules } from "../../../../gather/modules"
import { receiveFile } from "../../receive-file"

const importsShown = 10

/** `GET /official/households/import`: the official's own files, newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<HouseholdImportsResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const registry = modules.registry(req.scope)
  const imports = await registry.importsOf(official, importsShown)
  const status_labels = await registry.statusLabels()
  res.json({ imports: imports.map(importOf), status_labels })
}

/**
 * `POST /official/households/import`: the dry run of a CSV file (multipart `file`, or `text/csv`).
 * Nothing of the registry changes; what is wrong is in the answer, row by row. Rows outside the
 * official's own division are among the errors. Twice: a second dry run takes the place of the first.
 */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<HouseholdImportResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const villages = await modules.divisions(req.scope).villagesWithin(official.division_code)
  const bytes = await receiveFile(req)
  const record = await modules
    .registry(req.scope)
    .stageImport(
      { official_id: official.id, division_code: official.division_code, villages },
      bytes,
    )
  res.json(await describeImport(req.scope, record))
}
