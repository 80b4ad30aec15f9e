import { toFen, type Sql } from "../sql"
import type { RollupDifference } from "../types"

/**
 * Which of these captures or refunds are in the books, or wait there for their capture. A sweeper
 * posts the others.
 */
export async function readPostedSourceIds(
  sql: Sql,
  kind: "capture" | "refund",
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

type DifferenceRow = Omit<RollupDifference, "rollup_fen" | "entries_fen"> & {
  rollup_fen: string
  entries_fen: string
}

/** Compares the rollup of `month` with the entries it was made from; empty when the books are well. */
export async function readRollupDifferences(sql: Sql, month: string): Promise<RollupDifference[]> {
  const rows = await sql<DifferenceRow>(
    `select month, household_id, account, sum(rollup_fen)::text as rollup_fen,
            sum(entries_fen)::text as entries_fen
       from (
         select month, county_code, division_code, township_code, village_code, household_id,
                account, seller_id, product_id, circle, amount_fen as rollup_fen,
                0 as entries_fen, entry_count
           from ledger_month_rollup where month = ?
         union all
         select month, county_code, division_code, township_code, village_code, household_id,
                account, seller_id, product_id, circle, 0, amount_fen, -1
           from ledger_entry where month = ?
       ) as both_sides
      group by month, county_code, division_code, township_code, village_code, household_id,
               account, seller_id, product_id, circle
     having sum(rollup_fen) <> sum(entries_fen) or sum(entry_count) <> 0
      order by household_id, account`,
    [month, month],
  )
  return rows.map((row) => ({
    ...row,
    rollup_fen: toFen(row.rollup_fen),
    entries_fen: toFen(row.entries_fen),
  }))
}
