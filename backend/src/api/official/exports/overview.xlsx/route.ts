import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { languageOf, markExport } from "../../../../gather/exports"
import { readAsked } from "../../../../gather/overview/asked"
import { gatherOverview } from "../../../../gather/overview/overview"
import { indicatorsTable } from "../../../../print/indicators-sheet"
import { overviewColumns } from "../../../../print/overview-workbook"
import { sheetOf, workbookOfSheets } from "../../../../print/workbook"
import type { OverviewExportQuery } from "../../books-query"
import { announceFile } from "../../send-file"

/**
 * `GET /official/exports/overview.xlsx`: every indicator of the overview of the same query, then the
 * divisions below with their figures, each sheet watermarked; logged first. 404 `division_unknown`;
 * 400 `period_…`, `as_of_invalid`.
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
  const file = await workbookOfSheets([
    sheetOf({ ...indicatorsTable(overview, language), mark, language }),
    sheetOf({
      sheet: language === "zh" ? "下辖区划" : "Divisions below",
      title: `${division.name_zh} ${period.from} – ${period.to}`,
      columns: overviewColumns(language),
      rows,
      mark,
      language,
    }),
  ])
  announceFile(res, `overview-${division.code}-${period.asked}`, "xlsx")
  res.send(file)
}
