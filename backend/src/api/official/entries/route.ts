import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { EntriesResponse } from "@shangxing/attribution/types/books"

import { gatherBooksEntries } from "../../../gather/books-entries"
import { booksScopeOf, householdAskedFor } from "../../../gather/books-scope"
import type { BooksEntriesQuery } from "../books-query"

/**
 * `GET /official/entries`: the attribution book's entries of a division and period, newest first,
 * with net totals of everything asked for: the figure drilled from, to the fen. Households masked.
 * 404 `division_unknown`, `household_unknown`; 400 `period_…`, `as_of_invalid`. Rule: docs/domain.md §9.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, BooksEntriesQuery>,
  res: MedusaResponse<EntriesResponse>,
): Promise<void> {
  const { offset, limit, household, ...asked } = req.validatedQuery as BooksEntriesQuery
  const { scope, head } = await booksScopeOf(req, asked)
  const one = await householdAskedFor(req, scope, household)
  res.json(await gatherBooksEntries(req.scope, head, asked, one, { offset, limit }))
}
