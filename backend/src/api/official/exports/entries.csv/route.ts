import { once } from "node:events"

import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { describeBooksEntries, entriesFilter } from "../../../../gather/books-entries"
import { booksScopeOf, householdAskedFor } from "../../../../gather/books-scope"
import { languageOf, markExport } from "../../../../gather/exports"
import { modules } from "../../../../gather/modules"
import { entriesHead, entriesRows } from "../../../../print/entries-csv"
import type { EntriesExportQuery } from "../../books-query"
import { announceFile } from "../../send-file"

/**
 * `GET /official/exports/entries.csv`: all entries that the same query of `/official/entries` shows,
 * oldest first, masked and watermarked, streamed: a file of any length takes no memory. Logged
 * first. 404 `division_unknown`, `household_unknown`; 400 `period_…`.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, EntriesExportQuery>,
  res: MedusaResponse,
): Promise<void> {
  const { household, ...asked } = req.validatedQuery as EntriesExportQuery
  const { scope, head } = await booksScopeOf(req, asked)
  const one = await householdAskedFor(req, scope, household)
  const filter = entriesFilter(head, asked, one)
  const ledger = modules.ledger(req.scope)
  const { count } = await ledger.entriesWithin(filter, { limit: 1, offset: 0 })
  const language = languageOf(req)
  const mark = await markExport(req, head, { kind: "entries", row_count: count, reason: null })
  announceFile(res, `entries-${head.division.code}-${head.period.asked}`, "csv")
  const title = `${head.division.name_zh} ${head.period.from} – ${head.period.to}`
  res.write(entriesHead(title, mark, language))
  await ledger.eachEntry(filter, async (entries) => {
    const rows = entriesRows(await describeBooksEntries(req.scope, entries), language)
    // Reading goes on when the reader has taken what there is, or has gone away.
    if (!res.write(rows)) await Promise.race([once(res, "drain"), once(res, "close")])
    if (res.destroyed) throw readerGone()
  })
  res.end()
}

function readerGone(): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    "The reader of an export went away before its end; the log keeps what was asked for.",
  )
}
