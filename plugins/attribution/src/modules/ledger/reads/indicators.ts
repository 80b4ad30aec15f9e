import { childDigits } from "../../../domain/jurisdiction"
import { monthsBetween } from "../../../domain/period"
import { toFen, type Sql } from "../sql"
import type { DivisionPeriod, KeyedSalesFigures, SalesFigures } from "../types"
import { monthsOf, scopeBindings } from "./scope"

/*
 * Attributed sales of a division, each by one statement on the month rollup. An amount counts in the
 * village it was grown in, or in the seller's county where the village is unknown.
 */

type FiguresRow = Record<keyof SalesFigures, string> & { key: string }

/**
 * Sums by household first, so that one whose sales were all refunded is not counted as reached.
 * `key` is an SQL expression of this file, never of a caller.
 */
function figuresBy(key: string): string {
  return `
    with per_household as (
      select ${key} as key, account, household_id, sum(amount_fen) as fen
        from ledger_month_rollup
       where division_code like ? and month between ? and ? and account <> 'sales'
       group by 1, 2, 3
    )
    select key,
           sum(fen)::text as sales_fen,
           coalesce(sum(fen) filter (where account = 'enrolled_household'), 0)::text
             as enrolled_fen,
           coalesce(sum(fen) filter (where account = 'other_household'), 0)::text as other_fen,
           coalesce(sum(fen) filter (where account = 'unattributed'), 0)::text
             as unattributed_fen,
           count(*) filter (where account = 'enrolled_household' and fen > 0)::text
             as enrolled_household_count,
           count(*) filter (where account = 'other_household' and fen > 0)::text
             as other_household_count
      from per_household group by key order by key`
}

/** Figures of one division over the whole period. */
export async function readAttributedSales(sql: Sql, scope: DivisionPeriod): Promise<SalesFigures> {
  const [row] = await sql<FiguresRow>(figuresBy("''"), scopeBindings(scope))
  return row ? toFigures(row) : NOTHING
}

/**
 * Figures of each division one level below that has any. What cannot be placed below (origin
 * unknown) comes under the parent's own code, so that the rows sum to the parent. A village's only
 * row is itself.
 */
export async function readByChild(sql: Sql, scope: DivisionPeriod): Promise<KeyedSalesFigures[]> {
  const digits = childDigits(scope.divisionPrefix) ?? scope.divisionPrefix.length
  const rows = await sql<FiguresRow>(
    figuresBy(`left(division_code, ${digits})`),
    scopeBindings(scope),
  )
  return rows.map((row) => ({ key: row.key, ...toFigures(row) }))
}

/** Figures of each month of the period, months without sales included. */
export async function readByMonth(sql: Sql, scope: DivisionPeriod): Promise<KeyedSalesFigures[]> {
  const rows = await sql<FiguresRow>(figuresBy("month"), scopeBindings(scope))
  const byMonth = new Map(rows.map((row) => [row.key, toFigures(row)]))
  const { from, to } = monthsOf(scope)
  return monthsBetween(from, to).map((month) => ({
    key: month,
    ...(byMonth.get(month) ?? NOTHING),
  }))
}

const NOTHING: SalesFigures = {
  sales_fen: 0,
  enrolled_fen: 0,
  other_fen: 0,
  unattributed_fen: 0,
  enrolled_household_count: 0,
  other_household_count: 0,
}

function toFigures(row: FiguresRow): SalesFigures {
  return {
    sales_fen: toFen(row.sales_fen),
    enrolled_fen: toFen(row.enrolled_fen),
    other_fen: toFen(row.other_fen),
    unattributed_fen: toFen(row.unattributed_fen),
    enrolled_household_count: Number(row.enrolled_household_count),
    other_household_count: Number(row.other_household_count),
  }
}
