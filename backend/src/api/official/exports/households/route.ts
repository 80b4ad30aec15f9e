import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { listNamesWorkflow } from "@shangxing/provenance/workflows"

import { booksScopeOf } from "../../../../gather/books-scope"
import { languageOf, markExport } from "../../../../gather/exports"
import { gatherHouseholdList } from "../../../../gather/household-list"
import { householdColumns } from "../../../../print/households-workbook"
import { workbookOf } from "../../../../print/workbook"
import type { HouseholdsExportBody } from "../../books-query"
import { announceFile } from "../../send-file"

/** Above what a list of names may hold, so that the rule, and not a page, refuses a longer one. */
const ROWS_READ = 501

/**
 * `POST /official/exports/households` { division, period, benefit, reason }: a list with names, as
 * an `.xlsx` file. The reason is bound to the rule of looks; every name is a look in the log, and
 * the file carries official, time and reason. 400 `look_reason_short`, `look_reason_long`,
 * `name_list_long` (500), `name_list_limit_reached` (three a day); 404 `division_unknown`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<HouseholdsExportBody>,
  res: MedusaResponse,
): Promise<void> {
  const { benefit, reason, ...asked } = req.validatedBody
  const { head } = await booksScopeOf(req, asked)
  const { id, division_code } = await officialOf(req)
  const list = { benefit, sort: "village" as const, q: "" }
  const page = { offset: 0, limit: ROWS_READ }
  const { households, count } = await gatherHouseholdList(req.scope, head, list, page)
  const { result } = await listNamesWorkflow(req.scope).run({
    input: {
      household_ids: households.map((household) => household.id),
      reason,
      official: { id, division_code },
    },
  })
  const mark = await markExport(req, head, {
    kind: "households",
    row_count: count,
    reason: reason.trim(),
  })
  const language = languageOf(req)
  const file = await workbookOf({
    sheet: language === "zh" ? "农户" : "Households",
    title: `${head.division.name_zh} ${head.period.from} – ${head.period.to}`,
    columns: householdColumns(language),
    rows: households.map((row) => ({ ...row, head_name: result.names[row.id] ?? "—" })),
    mark,
    language,
  })
  announceFile(res, `households-${head.division.code}-${head.period.asked}`, "xlsx")
  res.send(file)
}
