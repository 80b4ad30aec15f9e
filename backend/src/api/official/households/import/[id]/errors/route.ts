import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { csvLine, inertCell } from "@shangxing/provenance/domain/registry-csv"

import { gatherImportErrors } from "../../../../../../gather/imports"
import { localize } from "../../../../../../gather/localize"
import { modules } from "../../../../../../gather/modules"

const errorsPerPage = 2_000

/** `GET /official/households/import/:id/errors`: every error that is kept, as a CSV file. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const official = await officialOf(req)
  const { id } = await modules.registry(req.scope).importOf(String(req.params.id), official)
  const head = localize(req, {
    zh: "行,列,哪里不对、怎么改",
    en: "Row,Column,What and how to mend",
  })
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="${id}-errors.csv"`)
  // With the mark, a spreadsheet reads the file as UTF-8.
  res.write(`\uFEFF${csvLine(head.split(","))}`)
  for (let offset = 0; ; offset += errorsPerPage) {
    const errors = await gatherImportErrors(req.scope, id, { limit: errorsPerPage, offset })
    for (const { row_number, column_name, message } of errors) {
      const cells = [String(row_number), column_name ?? "", localize(req, message)]
      res.write(csvLine(cells.map(inertCell)))
    }
    if (errors.length < errorsPerPage) break
  }
  res.end()
}
