import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { languageOf, markExport } from "../../../../gather/exports"
import { readAsked } from "../../../../gather/overview/asked"
import { gatherOverview } from "../../../../gather/overview/overview"
import { overviewColumns } from "../../../../print/overview-workbook"
import { workbookOf } from "../../../../print/workbook"
import type { OverviewExportQuery } from "../../books-query"
import { announceFile } from "../../send-file"

/**
 * `GET /official/exports/overview.xlsx`: the divisions below with the figures of the overview of the
 * same query, watermarked; logged first. 404 `division_unknown`; 400 `period_…`, `as_of_invalid`.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, OverviewExportQuery>,
  res: MedusaResponse,
): Promise<void> {
  const asked = await readAsked(req, req.validatedQuery)
  const overview = await gatherOverview(req.scope, asked)
  const { division, period, rows } = overview
  const language = languageOf(req)
  const mark = await markExport(req, overview, {
    kind: "overview",
    row_count: rows.length,
    reason: null,
  })
  const file = await workbookOf({
    sheet: language === "zh" ? "指标" : "Indicators",
    title: `${division.name_zh} ${period.from} – ${period.to}`,
    columns: overviewColumns(language),
    rows,
    mark,
    language,
  })
  announceFile(res, `overview-${division.code}-${period.asked}`, "xlsx")
  res.send(file)
}
