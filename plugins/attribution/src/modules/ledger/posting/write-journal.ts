import { MedusaError } from "@medusajs/framework/utils"

import { insertRows } from "../insert-rows"
import { insertCauses, TRANSACTION_COLUMNS } from "../journal"
import type { Sql } from "../sql"
import type { Postings } from "./plan-postings"
import { BASIS_COLUMNS, ENTRY_COLUMNS, WAITING_COLUMNS } from "./rows"

/**
 * Writes a batch: one statement per table however many rows, and the rollup from the entries just
 * written. The caller holds the orders' locks and the DB transaction.
 */
export async function writeJournal(sql: Sql, postings: Postings): Promise<void> {
  await insertRows(sql, "attribution_basis", BASIS_COLUMNS, postings.bases)
  await insertRows(sql, "attribution_waiting", WAITING_COLUMNS, postings.waiting)
  const inserted = (await insertCauses(sql, postings.causes)).size
  if (inserted !== postings.transactions.length) {
    // Under the order's lock this means that one line was posted for two orders. Nothing is written.
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${postings.transactions.length - inserted} ledger transactions were already posted by another order for the same line. Nothing was posted; post each line for its own order.`,
      "ledger_line_shared",
    )
  }
  await insertRows(sql, "ledger_transaction", TRANSACTION_COLUMNS, postings.transactions)
  await insertRows(sql, "ledger_entry", ENTRY_COLUMNS, postings.entries)
  await addToRollup(
    sql,
    postings.transactions.map(({ id }) => id),
  )
}

/** Rows are touched in the order of their key, so that two postings cannot wait for each other. */
async function addToRollup(sql: Sql, transactionIds: string[]): Promise<void> {
  if (transactionIds.length === 0) {
    return
  }
  await sql(
    `insert into ledger_month_rollup as rollup (
       month, county_code, division_code, township_code, village_code, household_id, account,
       seller_id, product_id, circle, amount_fen, earned_fen, sold_fen, entry_count, last_effective_on
     )
     select e.month, e.county_code, e.division_code, e.township_code, e.village_code,
            e.household_id, e.account, e.seller_id, e.product_id, e.circle,
            sum(e.amount_fen), 0, 0, count(*), max(e.effective_on)
       from ledger_entry e
      where e.transaction_id = any(?)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
     on conflict (
       household_id, month, account, county_code, division_code, township_code, village_code,
       seller_id, product_id, circle
     ) do update set
       amount_fen = rollup.amount_fen + excluded.amount_fen,
       entry_count = rollup.entry_count + excluded.entry_count,
       last_effective_on = greatest(rollup.last_effective_on, excluded.last_effective_on)`,
    [transactionIds],
  )
}
