import { COUNTY_DIGITS } from "../../domain/jurisdiction"
import { mayFold } from "../../lib/fold"
import type { Sql } from "../../lib/sql"

/**
 * Folds up to `limit` deltas into the sums by division, down to the county (below it there are few
 * receipts), and by household, in one statement: whoever reads meanwhile sees them before or
 * after, never twice and never not at all. Answers how many it folded. Inside the caller's DB
 * transaction; of two at once, one folds nothing.
 */
export async function foldReceiptDeltas(sql: Sql, limit: number): Promise<number> {
  if (!(await mayFold(sql, "receipt"))) return 0
  const [row] = await sql<{ folded: string }>(FOLD, [limit])
  return Number(row?.folded ?? 0)
}

const FOLD = `
  with taken as materialized (
    delete from receipt_delta
     where id in (select id from receipt_delta order by id limit ?)
    returning *
  ), daily as materialized (
    select left(village_code, ${COUNTY_DIGITS}) as county, day, channel, income_class,
           sum(received_fen) as received_fen, sum(received_count) as received_count,
           sum(due_fen) as due_fen, sum(due_count) as due_count, sum(in_time_fen) as in_time_fen
      from taken group by 1, 2, 3, 4
  ), divisions as (
    insert into receipt_division_sum as d (
      division_code, period, county_code, channel, income_class, received_fen, received_count,
      due_fen, due_count, in_time_fen)
    select left(county, digits), left(day, length), left(county, digits), channel, income_class,
           sum(received_fen), sum(received_count), sum(due_fen), sum(due_count), sum(in_time_fen)
      from daily
     cross join (values (2), (4), (${COUNTY_DIGITS})) as levels(digits)
     cross join (values (7), (10)) as periods(length)
     group by 1, 2, 3, 4, 5
    on conflict (division_code, period, channel, income_class, county_code) do update set
      received_fen = d.received_fen + excluded.received_fen,
      received_count = d.received_count + excluded.received_count,
      due_fen = d.due_fen + excluded.due_fen,
      due_count = d.due_count + excluded.due_count,
      in_time_fen = d.in_time_fen + excluded.in_time_fen
  ), households as (
    insert into receipt_household_year as h (
      household_id, village_code, county_code, year, received_fen, due_count)
    select household_id, village_code, county_code, left(day, 4), sum(received_fen), sum(due_count)
      from taken group by 1, 2, 3, 4
    having sum(received_fen) <> 0 or sum(due_count) <> 0
    on conflict (household_id, year, village_code, county_code) do update set
      received_fen = h.received_fen + excluded.received_fen,
      due_count = h.due_count + excluded.due_count
  )
  select count(*)::text as folded from taken`
