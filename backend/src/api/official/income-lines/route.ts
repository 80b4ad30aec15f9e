import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type {
  IncomeLineAdded,
  IncomeLinesResponse,
} from "@shangxing/attribution/types/income-lines"
import { addIncomeLineWorkflow } from "@shangxing/attribution/workflows"

import { gatherIncomeLineHistory } from "../../../gather/income-lines"
import { inTheirWords } from "../../seller/in-their-words"
import type { IncomeLineBody, PlacesQuery } from "../desk-bodies"

/**
 * `GET /official/income-lines?division=`: the income lines of the division's county, fen for a person
 * and year, with what superseded them. Empty where its officials publish none.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PlacesQuery>,
  res: MedusaResponse<IncomeLinesResponse>,
): Promise<void> {
  res.json(await gatherIncomeLineHistory(req, req.validatedQuery.division))
}

/**
 * `POST /official/income-lines`: a line of the official's own county, or a newer document in the place of
 * the one that `supersedes_id` names. Refuses what `incomeLineRefusal` names; nothing is edited.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<IncomeLineBody>,
  res: MedusaResponse<IncomeLineAdded>,
): Promise<void> {
  const official = await officialOf(req)
  const { supersedes_id = null, ...line } = req.validatedBody
  const input = {
    ...line,
    supersedes_id,
    division_code: official.division_code,
    recorded_by: official.id,
  }
  const { result } = await inTheirWords(req, addIncomeLineWorkflow(req.scope).run({ input }))
  res.json(result)
}
