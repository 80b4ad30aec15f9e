import { MedusaError } from "@medusajs/framework/utils"

import { insertRows, recordset } from "../insert-rows"
import { insertCauses, TRANSACTION_COLUMNS } from "../journal"
import type { Sql } from "../../../lib/sql"
import { ENTRY_DELTAS, SOLD_DELTAS } from "../rollup/deltas"
import type { Postings } from "./plan-postings"
import { BASIS_COLUMNS, ENTRY_COLUMNS, ENTRY_HEAD_COLUMNS, WAITING_COLUMNS } from "./rows"

/**
 * Writes a batch: one statement per table however many rows, and the rollup's deltas with the entries
 * they come from. The caller holds the orders' locks and the DB transaction.
 */
export async function writeJournal(sql: Sql, postings: Postings): Promise<void> {
  await insertBases(sql, postings)
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
  await insertEntries(sql, postings)
}

/** What lines were packed from, and with it how much of each lot was sold. */
async function insertBases(sql: Sql, { bases }: Postings): Promise<void> {
  if (bases.length === 0) {
    return
  }
  const { names, source, bindings } = recordset("r", BASIS_COLUMNS, bases)
  await sql(
    `with added as (
       insert into attribution_basis (${names}) select ${names} from ${source}
       returning county_code, effective_on, seller_id, basis
     )
     ${SOLD_DELTAS}`,
    bindings,
  )
}

/**
 * An entry is named after its transaction and numbered: tens of thousands of random ids would cost
 * seconds. What a transaction's entries have in common is sent once.
 */
async function insertEntries(sql: Sql, { heads, entries }: Postings): Promise<void> {
  if (entries.length === 0) {
    return
  }
  const head = recordset("h", ENTRY_HEAD_COLUMNS, heads)
  const entry = recordset("e", ENTRY_COLUMNS, entries)
  await sql(
    `with added as (
       insert into ledger_entry (
         id, transaction_id, entry_number, county_code, effective_on, month, kind, account, state,
         amount_fen, division_code, township_code, village_code, household_id, status_label_zh,
         line_item_id, product_id, seller_id, lot_id, destination_county_code, circle,
         share_numerator, share_denominator, line_goods_fen, rule_version, corrects_id)
       select 'len_' || substr(h.transaction_id, 5) || '_' || e.entry_number, h.transaction_id,
              e.entry_number, h.county_code, h.effective_on, h.month, h.kind, e.account, e.state,
              e.amount_fen, coalesce(e.village_code, h.county_code), left(e.village_code, 9),
              e.village_code, e.household_id, e.status_label_zh, h.line_item_id, h.product_id,
              h.seller_id, e.lot_id, h.destination_county_code, h.circle, e.share_numerator,
              e.share_denominator, h.line_goods_fen, h.rule_version, e.corrects_id
         from ${entry.source} join ${head.source} on h.position = e.head + 1
       returning month, county_code, division_code, township_code, village_code, household_id,
                 account, seller_id, product_id, circle, effective_on, lot_id, amount_fen, state,
                 kind
     )
     ${ENTRY_DELTAS}`,
    [...entry.bindings, ...head.bindings],
  )
}
