import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { COLUMN_NAMES } from "@shangxing/provenance/domain/import-header"
import { csvLine } from "@shangxing/provenance/domain/registry-csv"

import { modules } from "../../../../../gather/modules"

/**
 * `GET /official/households/import/template`: the header and two example rows in a village of the
 * official's own division, as a CSV file that Excel and WPS open as they should.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { division_code } = await officialOf(req)
  const [village] = await modules.divisions(req.scope).villagesWithin(division_code)
  const place = [village?.code ?? "", village?.township_names[0] ?? "", village?.names[0] ?? ""]
  const rows = [
    Object.values(COLUMN_NAMES),
    ["示例-0001", "张三", "4", ...place, "脱贫户", "2020-11-17", "示例〔2020〕1 号"],
    ["示例-0002", "李四", "3", ...place, "", "", ""],
  ]
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="household-template.csv"`)
  res.send(`\uFEFF${rows.map(csvLine).join("")}`)
}
