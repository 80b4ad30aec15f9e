import { childDigits } from "../../../domain/jurisdiction"
import { monthsBetween } from "../../../domain/period"
import { SPLIT_DIGITS } from "../rollup/fold"
import { toFen, type Sql, type SqlValue } from "../../../lib/sql"
import type {
  DivisionPeriod,
  KeyedSalesFigures,
  SalesFigures,
  SalesSplit,
  SplitSalesFigures,
} from "../types"
import { folded, unfolded, type Grouping } from "./folded-figures"
import { assertInstant, monthsOf, scopeBindings } from "./scope"
import { householdRows } from "./sources"

/*
 * Attributed sales of a division, each by one statement, so that a figure is of one moment. An amount
 * counts in the village it was grown in, or in the seller's county where the village is unknown.
 */

type FiguresRow = Record<keyof SalesFigures, string> & { key: string }

/** Figures of one division over the whole period. */
export async function readAttributedSales(sql: Sql, scope: DivisionPeriod): Promise<SalesFigures> {
  const [row] = await readFigures(sql, scope, { by: "whole" })
  return row ? toFigures(row) : NOTHING
}

/**
 * Figures of each division one level below that has any. What cannot be placed below (origin
 * unknown) comes under the parent's own code, so that the rows sum to the parent. A village's only
 * row is itself.
 */
export async function readByChild(sql: Sql, scope: DivisionPeriod): Promise<KeyedSalesFigures[]> {
  const digits = childDigits(scope.divisionPrefix)
  const rows = await readFigures(
    sql,
    scope,
    digits === null ? { by: "whole" } : { by: "child", digits },
  )
  return rows.map((row) => ({
    ...toFigures(row),
    key: digits === null ? scope.divisionPrefix : row.key,
  }))
}

/** Figures of each month of the period, months without sales included. */
export async function readByMonth(sql: Sql, scope: DivisionPeriod): Promise<KeyedSalesFigures[]> {
  const rows = await readFigures(sql, scope, { by: "month" })
  const byMonth = new Map(rows.map((row) => [row.key, toFigures(row)]))
  const { from, to } = monthsOf(scope)
  return monthsBetween(from, to).map((month) => ({
    key: month,
    ...(byMonth.get(month) ?? NOTHING),
  }))
}

/** Sums by seller, product or circle of a division's goods, largest first. */
export async function readBySplit(
  sql: Sql,
  scope: DivisionPeriod,
  split: SalesSplit,
): Promise<SplitSalesFigures[]> {
  const { from, bindings } = splitRows(scope, split)
  const rows = await sql<FiguresRow>(
    `select key, ${SUMS} from ${from} as rows group by key
      order by sum(amount_fen) desc, key`,
    bindings,
  )
  return rows.map((row) => ({ key: row.key, ...toSums(row) }))
}

const SUMS = `
  sum(amount_fen)::text as sales_fen, sum(earned_fen)::text as earned_fen,
  sum(sold_fen)::text as captured_fen,
  coalesce(sum(amount_fen) filter (where account = 'enrolled_household'), 0)::text as enrolled_fen,
  coalesce(sum(amount_fen) filter (where account = 'other_household'), 0)::text as other_fen,
  coalesce(sum(amount_fen) filter (where account = 'unattributed'), 0)::text as unattributed_fen`

/** Column names are ours, by split; never a caller's. */
const SPLIT_COLUMNS: Record<SalesSplit, string> = {
  seller: "seller_id",
  product: "product_id",
  circle: "circle",
}

function splitRows(
  scope: DivisionPeriod,
  split: SalesSplit,
): { from: string; bindings: SqlValue[] } {
  assertInstant(scope.asOf)
  const column = SPLIT_COLUMNS[split]
  const amounts = "account, amount_fen, earned_fen, sold_fen"
  const [like, from, to] = scopeBindings(scope)
  const within = "division_code like ? and month between ? and ?"
  if (scope.asOf !== undefined || scope.divisionPrefix.length > SPLIT_DIGITS) {
    const source = householdRows(scope.asOf, { from, to })
    return {
      from: `(select ${column} as key, ${amounts} from ${source.from} as e where ${within})`,
      bindings: [...source.bindings, like, from, to],
    }
  }
  return {
    from: `(select split_key as key, ${amounts} from ledger_division_rollup
             where division_code = ? and split_by = ? and month between ? and ?
            union all
            select ${column}, ${amounts} from ledger_rollup_delta where ${within})`,
    bindings: [scope.divisionPrefix, split, from, to, like, from, to],
  }
}

async function readFigures(
  sql: Sql,
  scope: DivisionPeriod,
  grouping: Grouping,
): Promise<FiguresRow[]> {
  assertInstant(scope.asOf)
  const [like, from, to] = scopeBindings(scope)
  const asked = { code: scope.divisionPrefix, like, from, to }
  const { statement, bindings } =
    scope.asOf === undefined
      ? folded(asked, grouping)
      : unfolded(asked, grouping, householdRows(scope.asOf, asked))
  return await sql<FiguresRow>(statement, bindings)
}

const NOTHING: SalesFigures = {
  sales_fen: 0,
  earned_fen: 0,
  captured_fen: 0,
  enrolled_fen: 0,
  other_fen: 0,
  unattributed_fen: 0,
  enrolled_household_count: 0,
  other_household_count: 0,
}

function toSums(row: FiguresRow): Omit<SplitSalesFigures, "key"> {
  return {
    sales_fen: toFen(row.sales_fen),
    earned_fen: toFen(row.earned_fen),
    captured_fen: toFen(row.captured_fen),
    enrolled_fen: toFen(row.enrolled_fen),
    other_fen: toFen(row.other_fen),
    unattributed_fen: toFen(row.unattributed_fen),
  }
}

function toFigures(row: FiguresRow): SalesFigures {
  return {
    ...toSums(row),
    enrolled_household_count: Number(row.enrolled_household_count),
    other_household_count: Number(row.other_household_count),
  }
}
