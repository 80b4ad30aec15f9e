import { lastDayOf } from "../../../domain/period"
import { toFen, type Sql } from "../../../lib/sql"
import type { EventKind } from "../posting/line-fact-events"
import type { LineOfHousehold, RollupDifference } from "../types"

/**
 * Which of these captures or refunds are in the books, or wait there for their capture. A sweeper
 * posts the others.
 */
export async function readPostedSourceIds(
  sql: Sql,
  kind: EventKind,
  sourceIds: string[],
): Promise<string[]> {
  const rows = await sql<{ source_id: string }>(
    `select source_id from ledger_cause
      where source_id = any(?) and kind = ? and book = 'attribution'
     union
     select source_id from attribution_waiting where source_id = any(?) and kind = ?
     order by source_id`,
    [sourceIds, kind, sourceIds, kind],
  )
  return rows.map(({ source_id }) => source_id)
}

/** Lines that hold goods of a household now, for a correction of its status; `lotIds` narrows them. */
export async function readLinesOfHousehold(
  sql: Sql,
  householdId: string,
  lotIds: string[] | null,
): Promise<LineOfHousehold[]> {
  const rows = await sql<Omit<LineOfHousehold, "amount_fen"> & { fen: string }>(
    `select b.order_id, e.line_item_id, e.lot_id, e.account, sum(e.amount_fen)::text as fen
       from ledger_entry e
       join attribution_basis b on b.line_item_id = e.line_item_id
        and b.county_code = e.county_code
      where e.household_id = ? and (?::text[] is null or e.lot_id = any(?))
      group by 1, 2, 3, 4 having sum(e.amount_fen) <> 0
      order by 2, 3, 4`,
    [householdId, lotIds, lotIds],
  )
  return rows.map(({ fen, ...line }) => ({ ...line, amount_fen: toFen(fen) }))
}

type DifferenceRow = Omit<RollupDifference, "rollup_fen" | "entries_fen"> & {
  rollup_fen: string
  entries_fen: string
}

const DIMENSIONS = `month, county_code, division_code, township_code, village_code, household_id,
  account, seller_id, product_id, circle`

/**
 * Compares the rollup of `month` (with what is not folded yet) with the entries it was made from, and
 * the divisions' sums and counts with the rollup; empty when the books are well.
 */
export async function readRollupDifferences(sql: Sql, month: string): Promise<RollupDifference[]> {
  const rows = await sql<DifferenceRow>(
    `select month, null as division_code, household_id, account, sum(rollup_fen)::text as rollup_fen,
            sum(entries_fen)::text as entries_fen
       from (
         select ${DIMENSIONS}, amount_fen as rollup_fen, 0 as entries_fen, entry_count,
                earned_fen, sold_fen, refunded_fen
           from ledger_month_rollup where month = ?
         union all
         select ${DIMENSIONS}, amount_fen, 0, entry_count, earned_fen, sold_fen, refunded_fen
           from ledger_rollup_delta where month = ?
         union all
         select ${DIMENSIONS}, 0, amount_fen, -1,
                case when state = 'earned' then -amount_fen else 0 end,
                case when kind = 'capture' then -amount_fen else 0 end,
                case when kind in ('refund', 'chargeback') then amount_fen else 0 end
           from ledger_entry where month = ? and account <> 'sales'
            and effective_on between ?::date and ?::date
       ) as both_sides
      group by ${DIMENSIONS}
     having sum(rollup_fen) <> sum(entries_fen) or sum(entry_count) <> 0 or sum(earned_fen) <> 0
         or sum(sold_fen) <> 0 or sum(refunded_fen) <> 0
     union all
     select month, division_code, null, account, sum(rollup_fen)::text, sum(entries_fen)::text
       from (
         select month, division_code, account, amount_fen as rollup_fen, 0 as entries_fen
           from ledger_division_rollup where month = ? and split_by = '*'
         union all
         select month, left(division_code, digits), account, 0, amount_fen
           from ledger_month_rollup
           join (values (2), (4), (6), (9), (12)) as levels(digits)
             on digits <= length(division_code)
          where month = ?
       ) as divisions
      group by month, division_code, account having sum(rollup_fen) <> sum(entries_fen)
     union all
     select month, division_code, null, account, sum(stored)::text, sum(counted)::text
       from (
         select period as month, division_code, account, household_count as stored, 0 as counted
           from ledger_division_households where period = ? and split_by = '*'
         union all
         select month, division_code, account, 0, count(*) from (
           select month, left(division_code, digits) as division_code, account, household_id
             from ledger_month_rollup
             join (values (2), (4), (6), (9), (12)) as levels(digits)
               on digits <= length(division_code)
            where month = ? and household_id is not null
            group by 1, 2, 3, 4 having sum(amount_fen) > 0
         ) as reached group by 1, 2, 3
       ) as households
      group by month, division_code, account having sum(stored) <> sum(counted)
      order by household_id, account, division_code`,
    [month, month, month, `${month}-01`, lastDayOf(month), month, month, month, month],
  )
  return rows.map((row) => ({
    ...row,
    rollup_fen: toFen(row.rollup_fen),
    entries_fen: toFen(row.entries_fen),
  }))
}
