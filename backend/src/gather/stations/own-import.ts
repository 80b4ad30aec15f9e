import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { officialOf, type OfficialIdentity } from "@shangxing/attribution/lib/jurisdiction"
import type { StationImportRecord } from "@shangxing/attribution/modules/station/types"

import { modules } from "../modules"
import { notFound } from "../not-found"

/**
 * The official's own file that the path names.
 * @throws MedusaError NOT_FOUND `station_import_unknown`, alike for others' and for none
 */
export async function ownImport(
  req: AuthenticatedMedusaRequest<unknown>,
): Promise<{ official: OfficialIdentity; record: StationImportRecord }> {
  const official = await officialOf(req)
  const id = String(req.params.id)
  const [record] = await modules.stations(req.scope).importsOf(official, { id })
  if (record) return { official, record }
  throw notFound(req, "station_import_unknown", {
    zh: "您没有上传过这份文件。请回到服务站页重新上传。",
    en: "You have uploaded no such file. Go back to the stations' page and upload it.",
  })
}
