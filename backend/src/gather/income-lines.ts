import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { lineDivisionOf, mayKeepIncomeLines } from "@shangxing/attribution/domain/income-line"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { IncomeLineRecord } from "@shangxing/attribution/modules/station/types"
import type { IncomeLine, IncomeLinesResponse } from "@shangxing/attribution/types/income-lines"

import { scopeOf } from "./jurisdiction"
import { modules } from "./modules"
import { divisionName, nameDivisions } from "./names"

/** The lines beside which a division's or household's receipts of a period are read: its county's. */
export async function gatherIncomeLines(
  container: MedusaContainer,
  { division, to, asOf }: { division: string; to: string; asOf?: string },
): Promise<IncomeLine[]> {
  const lines = await modules.stations(container).incomeLinesFor({
    division: lineDivisionOf(division),
    year: Number(to.slice(0, 4)),
    as_of: asOf,
  })
  return lines.map(lineOf)
}

/** All lines that a county's officials have written down, for the page that keeps them. */
export async function gatherIncomeLineHistory(
  req: AuthenticatedMedusaRequest<unknown>,
  asked: string | undefined,
): Promise<IncomeLinesResponse> {
  const [official, scope] = [await officialOf(req), await scopeOf(req, asked)]
  const code = lineDivisionOf(scope.code)
  const [lines, path, names] = await Promise.all([
    modules.stations(req.scope).incomeLineHistory(code),
    modules.divisions(req.scope).path(code),
    nameDivisions(req.scope, [code]),
  ])
  return {
    division: names.division(code),
    path: path.map(divisionName),
    is_kept: mayKeepIncomeLines(official.division_code),
    lines: lines.map((line) => ({
      ...lineOf(line),
      superseded_by: line.superseded_by,
      recorded_at: line.recorded_at,
    })),
  }
}

function lineOf({
  id,
  year,
  kind,
  amount_fen,
  document,
  document_date,
}: IncomeLineRecord): IncomeLine {
  return { id, year, kind, amount_fen, document, document_date }
}
