import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { stationTemplate } from "@shangxing/attribution/lib/station-file-words"
import { csvLine } from "@shangxing/provenance/domain/registry-csv"

import { modules } from "../../../../../gather/modules"
import { fileKind } from "../../../station-query"

/**
 * `GET /official/stations/import/template?kind=`: the header and an example row in the official's own
 * division, as a CSV file that Excel and WPS open as they should.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { division_code } = await officialOf(req)
  const kind = fileKind(req.query.kind)
  const [first] = await modules.divisions(req.scope).villagesWithin(division_code)
  const village = first?.code ?? ""
  const place = { village, township: village.slice(0, 9), county: village.slice(0, 6) }
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="${kind}-template.csv"`)
  // With the mark, a spreadsheet reads the file as UTF-8.
  res.send(`\uFEFF${stationTemplate(kind, place).map(csvLine).join("")}`)
}
