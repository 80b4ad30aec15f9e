import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ReceiptsResponse } from "@shangxing/attribution/types/books"

import { gatherBooksReceipts } from "../../../gather/books-receipts"
import { booksScopeOf, householdAskedFor } from "../../../gather/books-scope"
import type { BooksReceiptsQuery } from "../books-query"

/**
 * `GET /official/receipts`: receipts of a division's households in a period, newest first, with the
 * totals of all that match. `received` is income (paid and confirmed), `due` what fell due, `overdue`
 * what of it was not paid by the last day. 404 `division_unknown`, `household_unknown`; 400 `period_…`.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, BooksReceiptsQuery>,
  res: MedusaResponse<ReceiptsResponse>,
): Promise<void> {
  const { offset, limit, household, ...asked } = req.validatedQuery as BooksReceiptsQuery
  const { scope, head } = await booksScopeOf(req, asked)
  const one = await householdAskedFor(req, scope, household)
  res.json(await gatherBooksReceipts(req.scope, head, asked, one, { offset, limit }))
}
