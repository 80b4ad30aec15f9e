import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StationImportResponse } from "@shangxing/attribution/types/stations"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { ownImport } from "../../../../../gather/stations/own-import"
import { describeImport } from "../../../../../gather/stations/imports"

/** `GET /official/stations/import/:id`: how a file stands. 404 `station_import_unknown` for others'. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StationImportResponse>,
): Promise<void> {
  const { record } = await ownImport(req)
  res.json(describeImport(record, localeOf(req.headers["accept-language"])))
}
