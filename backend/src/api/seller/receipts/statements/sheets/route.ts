import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StatementSheetsResponse } from "@shangxing/attribution/types/receipts"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { gatherSheets } from "../../../../../gather/household-statements"
import { notFound } from "../../../../../gather/not-found"
import type { SheetsQuery } from "../../body"

/** `GET /seller/receipts/statements/sheets?batch=`: the sheets of one logged print, as they are now. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, SheetsQuery>,
  res: MedusaResponse<StatementSheetsResponse>,
): Promise<void> {
  const { batch } = req.validatedQuery as SheetsQuery
  const sheets = await gatherSheets(req.scope, await sellerIdOf(req), batch)
  if (!sheets) {
    throw notFound(req, "statement_unknown", {
      zh: "没有这一次打印的单子。请从列表里重新打印。",
      en: "There are no sheets of this print. Print them again from the list.",
    })
  }
  res.json(sheets)
}
