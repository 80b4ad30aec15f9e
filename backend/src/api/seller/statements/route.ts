import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerStatementResponse } from "@shangxing/marketplace/types/payouts"

import { readStatement } from "../../../gather/seller-statement"
import type { StatementQuery } from "../payouts/body"

/** `GET /seller/statements?month=YYYY-MM`: the seller's month in the funds book, to the fen. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StatementQuery>,
  res: MedusaResponse<SellerStatementResponse>,
): Promise<void> {
  const { month } = req.validatedQuery as StatementQuery
  res.json(await readStatement(req.scope, await sellerIdOf(req), month))
}
