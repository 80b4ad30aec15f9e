import { COUNTY_DIGITS } from "../../../domain/jurisdiction"
import { lastDayOf } from "../../../domain/period"
import { toFen, type Sql } from "../../../lib/sql"
import type { RollupDifference } from "../types"

type DifferenceRow = Omit<RollupDifference, "rollup_fen" | "entries_fen"> & {
  rollup_fen: string
  entries_fen: string
}

const DIMENSIONS = `month, county_code, division_code, township_code, village_code, household_id,
  account, seller_id, product_id, circle`

/** Household by household, with what is not folded yet. */
const HOUSEHOLDS = `
  select month, null as division_code, household_id, account, sum(rollup_fen)::text as rollup_fen,
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
      or sum(sold_fen) <> 0 or sum(refunded_fen) <> 0`

/** Counties by day, with what is not folded yet. */
const DAYS = `
  select month, division_code, null, account, sum(rollup_fen)::text, sum(entries_fen)::text
    from (
      select to_char(effective_on, 'YYYY-MM') as month, division_code, effective_on, account,
             amount_fen as rollup_fen, 0 as entries_fen
        from ledger_county_day
       where split_by = '*' and effective_on between ?::date and ?::date
      union all
      select month, left(division_code, ${COUNTY_DIGITS}), effective_on, account, amount_fen, 0
        from ledger_rollup_delta where effective_on between ?::date and ?::date
      union all
      select month, left(division_code, ${COUNTY_DIGITS}), effective_on, account, 0, amount_fen
        from ledger_entry
       where account <> 'sales' and effective_on between ?::date and ?::date
    ) as days
   group by month, division_code, effective_on, account
  having sum(rollup_fen) <> sum(entries_fen)`

/** Lots by place, with what is not folded yet. */
const LOTS = `
  select month, division_code, null, lot_id, sum(rollup_fen)::text, sum(entries_fen)::text
    from (
      select month, division_code, lot_id, amount_fen as rollup_fen, 0 as entries_fen,
             entry_count
        from ledger_lot_rollup where kept_by = 'place' and month = ?
      union all
      select month, division_code, lot_id, amount_fen, 0, entry_count
        from ledger_rollup_delta where month = ? and lot_id is not null
      union all
      select month, division_code, lot_id, 0, amount_fen, -1 from ledger_entry
       where account <> 'sales' and lot_id is not null and effective_on between ?::date and ?::date
    ) as lots
   group by month, division_code, lot_id
  having sum(rollup_fen) <> sum(entries_fen) or sum(entry_count) <> 0`

/** Every division, against the households' rollup. */
const DIVISIONS = `
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
   group by month, division_code, account having sum(rollup_fen) <> sum(entries_fen)`

/** Households above zero, against the households' rollup. */
const COUNTS = `
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
   group by month, division_code, account having sum(stored) <> sum(counted)`

/**
 * Compares the rollups of `month` (with what is not folded yet) with the entries they were made from,
 * and the divisions' sums and counts with the households' rollup; empty when the books are well.
 */
export async function readRollupDifferences(sql: Sql, month: string): Promise<RollupDifference[]> {
  const days = [`${month}-01`, lastDayOf(month)]
  const rows = await sql<DifferenceRow>(
    `${[HOUSEHOLDS, DAYS, LOTS, DIVISIONS, COUNTS].join(" union all ")}
     order by household_id, account, division_code`,
    [
      ...[month, month, month, ...days],
      ...[...days, ...days, ...days],
      ...[month, month, ...days],
      ...[month, month, month, month],
    ],
  )
  return rows.map((row) => ({
    ...row,
    rollup_fen: toFen(row.rollup_fen),
    entries_fen: toFen(row.entries_fen),
  }))
}
