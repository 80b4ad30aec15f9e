import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import type {
  HouseholdStatementsResponse,
  StatementPrintResponse,
} from "@shangxing/attribution/types/receipts"
import { logStatementPrintsWorkflow } from "@shangxing/attribution/workflows"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { gatherStatementRows } from "../../../../gather/household-statements"
import { notFound } from "../../../../gather/not-found"
import type { PrintBody, StatementsQuery } from "../body"

/** `GET /seller/receipts/statements?period=`: whose statements there are and who has seen them; fen. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StatementsQuery>,
  res: MedusaResponse<HouseholdStatementsResponse>,
): Promise<void> {
  const { period } = req.validatedQuery as StatementsQuery
  res.json(await gatherStatementRows(req.scope, await sellerIdOf(req), period))
}

/**
 * `POST /seller/receipts/statements`: logs that these households' sheets are printed (without
 * households: those who have not seen theirs) and names the batch under which they are shown. Each
 * call is a print of its own. Refuses a household without receipts (`statement_unknown`).
 */
export async function POST(
  req: AuthenticatedMedusaRequest<PrintBody>,
  res: MedusaResponse<StatementPrintResponse>,
): Promise<void> {
  const { period, phone, household_ids } = req.validatedBody
  const { member, seller } = await memberOf(req)
  const { households } = await gatherStatementRows(req.scope, seller.id, period)
  const chosen = households.filter(({ household_id, standing }) =>
    household_ids ? household_ids.includes(household_id) : standing === "unseen",
  )
  if (chosen.length === 0 || (household_ids && chosen.length < household_ids.length)) {
    throw notFound(req, "statement_unknown", {
      zh: "这个时段没有要打印的单子，或者选的农户没有账。请从列表里选。",
      en: "There is no statement to print for this period or these households. Choose from the list.",
    })
  }
  const batch_id = generateEntityId(undefined, "spb")
  const ids = chosen.map(({ household_id }) => household_id)
  await logStatementPrintsWorkflow(req.scope).run({
    input: {
      batch_id,
      period,
      phone: phone || null,
      seller_id: seller.id,
      county_code: seller.county_code,
      household_ids: ids,
      printed_by: member.id,
    },
  })
  res.status(201).json({ batch_id, household_ids: ids })
}
