import { lastDayOf } from "../../../domain/period"
import { toFen, type Sql } from "../../../lib/sql"
import type { HouseholdEntries, HouseholdEntry } from "../types"
import { assertInstant, monthsOf } from "./scope"

type EntryRow = { entry: HouseholdEntry | null; all_count: string; all_fen: string }

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
  asOf?: string,
): Promise<HouseholdEntries> {
  assertInstant(asOf)
  const [firstDay, lastDay] = month === null ? ["-infinity", "infinity"] : daysOf(month)
  const rows = await sql<EntryRow>(
    `with chosen as (
       select * from ledger_entry
        where household_id = ? and effective_on between ?::date and ?::date
          and (?::timestamptz is null or posted_at <= ?)
     ), everything as (
       select count(*) as all_count, sum(amount_fen) as all_fen from chosen
     ), page as (
       select e.id, e.transaction_id, t.effective_on, t.effective_at, t.kind,
              case when t.kind in ('refund', 'chargeback') then 'reversed' else e.state end as state, e.account,
              t.order_id, e.line_item_id, e.product_id, e.seller_id, e.lot_id, e.status_label_zh,
              e.village_code, e.destination_county_code, e.circle, e.share_numerator,
              e.share_denominator, e.line_goods_fen, e.amount_fen, e.corrects_id, e.rule_version
         from chosen e
         join ledger_transaction t on t.id = e.transaction_id and t.county_code = e.county_code
          and t.effective_on = e.effective_on
        order by t.effective_at desc, e.id desc limit ? offset ?
     )
     select to_jsonb(page) - 'effective_at' as entry, all_count::text, all_fen::text
       from everything left join page on true
      order by page.effective_at desc, page.id desc`,
    [householdId, firstDay, lastDay, asOf ?? null, asOf ?? null, page.limit, page.offset],
  )
  return {
    // Beyond the last page there is one row, with the totals only.
    entries: rows.flatMap(({ entry }) => entry ?? []),
    count: Number(rows[0]?.all_count ?? 0),
    total_fen: toFen(rows[0]?.all_fen ?? 0),
  }
}

/** First and last day of a month. */
function daysOf(month: string): [string, string] {
  const { from, to } = monthsOf({ month })
  return [`${from}-01`, lastDayOf(to)]
}
