import { toFen, type Sql } from "../sql"
import type { HouseholdEntries, HouseholdEntry } from "../types"
import { monthsOf } from "./scope"

type EntryRow = Omit<HouseholdEntry, "amount_fen" | "line_goods_fen"> & {
  amount_fen: string
  line_goods_fen: string
  all_count: string
  all_fen: string
}

export type EntriesPage = { limit: number; offset: number }

/**
 * The entries behind a household's figure, newest first; all months when `month` is left out. The
 * caller has made sure that the household is the reader's to see.
 */
export async function readEntriesOfHousehold(
  sql: Sql,
  householdId: string,
  month: string | null,
  page: EntriesPage,
): Promise<HouseholdEntries> {
  const chosenMonth = month === null ? null : monthsOf({ month }).from
  const rows = await sql<EntryRow>(
    `with chosen as (
       select * from ledger_entry
        where household_id = ? and (?::text is null or month = ?)
     ), everything as (
       select count(*) as all_count, sum(amount_fen) as all_fen from chosen
     ), page as (
       select e.*, t.effective_on, t.effective_at, t.kind, t.order_id
         from chosen e
         join ledger_transaction t on t.id = e.transaction_id and t.county_code = e.county_code
        order by t.effective_at desc, e.id desc limit ? offset ?
     )
     select id, transaction_id, effective_on::text, kind, state, account, order_id, line_item_id,
            product_id, seller_id, lot_id, status_label_zh, village_code,
            destination_county_code, circle, share_numerator, share_denominator,
            line_goods_fen::text, amount_fen::text, corrects_id, rule_version,
            all_count::text, all_fen::text
       from everything left join page on true
      order by page.effective_at desc, id desc`,
    [householdId, chosenMonth, chosenMonth, page.limit, page.offset],
  )
  return {
    entries: rows.filter((row) => row.id !== null).map(toEntry),
    count: Number(rows[0]?.all_count ?? 0),
    total_fen: toFen(rows[0]?.all_fen ?? 0),
  }
}

function toEntry({ all_count: _count, all_fen: _fen, ...row }: EntryRow): HouseholdEntry {
  return {
    ...row,
    amount_fen: toFen(row.amount_fen),
    line_goods_fen: toFen(row.line_goods_fen),
  }
}
