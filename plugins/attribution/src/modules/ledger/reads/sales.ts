import { countedPeriod, wholeMonths } from "../../../domain/whole-months"
import { toFen, type Sql } from "../../../lib/sql"
import type { SalesKey, SalesRow, SalesScope, SellingHouseholds } from "../types"
import { countedInAdvance } from "./counted-households"
import {
  askedOf,
  COLUMN_OF,
  detail,
  entries,
  partsOf,
  union,
  type Asked,
  type Part,
} from "./sales-parts"
import { assertSales } from "./scope"

/*
 * Sales of a division over any days, each read by one statement, so that a figure is of one moment.
 * `today` is the business day: what is dated later is never part of a period that ends by it.
 */

type SumsRow = Record<Exclude<keyof SalesRow, SalesKey>, string> & Record<SalesKey, string | null>

/**
 * Sums by what `by` names; keys that are not named are `null`. Rows of `child` sum to the division:
 * what has no place below comes under its own code.
 */
export async function readSales(
  sql: Sql,
  scope: SalesScope,
  by: readonly SalesKey[],
  today: string,
): Promise<SalesRow[]> {
  assertSales(scope)
  const asked = askedOf(scope, by)
  const { statement, bindings } = union(rowsOf(asked, today))
  const keys = by.map((key) => COLUMN_OF[key])
  const named = (Object.keys(COLUMN_OF) as SalesKey[]).map((key) =>
    by.includes(key) ? `${COLUMN_OF[key]} as ${key}` : `null as ${key}`,
  )
  const rows = await sql<SumsRow>(
    `select ${named.join(", ")}, ${SUMS} from (${statement}) as rows
      ${keys.length > 0 ? `group by ${keys.join(", ")} order by ${keys.join(", ")}` : ""}`,
    bindings,
  )
  return rows.map(toSalesRow)
}

const SUMS = `
  sum(amount_fen)::text as sales_fen, sum(earned_fen)::text as earned_fen,
  sum(sold_fen)::text as captured_fen, sum(refunded_fen)::text as refunded_fen,
  sum(amount_fen) filter (where account = 'enrolled_household')::text as enrolled_fen,
  sum(amount_fen) filter (where account = 'other_household')::text as other_fen,
  sum(amount_fen) filter (where account = 'unattributed')::text as unattributed_fen`

function toSalesRow(row: SumsRow): SalesRow {
  const { child, month, circle, seller, product } = row
  return {
    ...{ child, month, circle, seller, product },
    sales_fen: toFen(row.sales_fen),
    earned_fen: toFen(row.earned_fen),
    captured_fen: toFen(row.captured_fen),
    refunded_fen: toFen(row.refunded_fen),
    enrolled_fen: toFen(row.enrolled_fen),
    other_fen: toFen(row.other_fen),
    unattributed_fen: toFen(row.unattributed_fen),
  }
}

/**
 * Households above zero in each division below. Months and calendar years are counted in advance; for
 * other days PostgreSQL counts them one by one.
 */
export async function readSellingHouseholds(
  sql: Sql,
  scope: SalesScope,
  today: string,
): Promise<SellingHouseholds[]> {
  assertSales(scope)
  const asked = askedOf(scope, ["child"])
  const { statement, bindings } = inAdvance(asked, today) ?? oneByOne(asked, today)
  const rows = await sql<{ child: string; enrolled: string; other: string }>(statement, bindings)
  return rows.map(({ child, enrolled, other }) => ({
    child,
    enrolled_count: Number(enrolled),
    other_count: Number(other),
  }))
}

function inAdvance(asked: Asked, today: string): Part | null {
  const { from, to, circle, seller_id, product_id, as_of } = asked.scope
  const isNarrowed = [circle, seller_id, product_id, as_of].some((one) => one !== undefined)
  const counted = isNarrowed ? null : countedPeriod(from, to, today)
  return counted && countedInAdvance(asked, counted)
}

function oneByOne(asked: Asked, today: string): Part {
  const { statement, bindings } = union(householdRowsOf(asked, today))
  return {
    statement: `select child, count(*) filter (where account = 'enrolled_household')::text as enrolled,
             count(*) filter (where account = 'other_household')::text as other from (
        select child, household_id, account from (${statement}) as rows
         where household_id is not null group by 1, 2, 3 having sum(amount_fen) > 0
      ) as reached group by child order by child`,
    bindings,
  }
}

function rowsOf(asked: Asked, today: string): Part[] {
  const { from, to, as_of } = asked.scope
  if (as_of !== undefined) return [entries(asked, { from, to }, 1)]
  return partsOf(asked, wholeMonths(from, to, today))
}

function householdRowsOf(asked: Asked, today: string): Part[] {
  const { from, to, as_of } = asked.scope
  if (as_of !== undefined) return [entries(asked, { from, to }, 1)]
  const { months, add, subtract } = wholeMonths(from, to, today)
  return [
    ...(months
      ? [detail(asked, months, "ledger_month_rollup"), detail(asked, months, "ledger_rollup_delta")]
      : []),
    ...add.map((days) => entries(asked, days, 1)),
    ...subtract.map((days) => entries(asked, days, -1)),
  ]
}
