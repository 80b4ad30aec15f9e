import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type {
  StationImportResponse,
  StationImportsResponse,
} from "@shangxing/attribution/types/stations"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { modules } from "../../../../gather/modules"
import { describeImport, importOf, worldOf } from "../../../../gather/stations/imports"
import { readStationFile } from "../../../../gather/stations/read-file"
import { receiveFile } from "../../receive-file"
import { fileKind } from "../../station-query"

/** `GET /official/stations/import`: the official's own files, newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StationImportsResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const imports = await modules.stations(req.scope).importsOf(official)
  res.json({ imports: imports.map(importOf) })
}

/**
 * `POST /official/stations/import?kind=`: the dry run of a CSV file (multipart `file`, or `text/csv`)
 * of stations, subsidies, quotas or income lines. Nothing changes; what is wrong is in the answer, row
 * by row. Rows outside the official's own division are among the errors.
 */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StationImportResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const kind = fileKind(req.query.kind)
  const bytes = await receiveFile(req)
  const file = await readStationFile(bytes, kind, (cells) => worldOf(req.scope, official, cells))
  const record = await modules.stations(req.scope).stageImport({
    official_id: official.id,
    division_code: official.division_code,
    kind,
    file_digest: file.digest,
    rows: file.rows,
    errors: file.errors,
  })
  res.json(describeImport(record, localeOf(req.headers["accept-language"])))
}
