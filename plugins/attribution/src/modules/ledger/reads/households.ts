import { toFen, type Sql } from "../../../lib/sql"
import type {
  DivisionPeriod,
  HouseholdAmount,
  HouseholdTotal,
  HouseholdTotals,
  Period,
} from "../types"
import { assertInstant, monthsOf, scopeBindings } from "./scope"
import { householdRows } from "./sources"

/** One page of households; `householdIds` and `account` narrow it to these. */
export type HouseholdTotalsQuery = DivisionPeriod & {
  limit: number
  offset: number
  householdIds?: string[]
  account?: "enrolled_household" | "other_household"
  /** Within these months, only these days. */
  days?: { from: string; to: string }
}

type TotalsRow = {
  household_id: string
  village_code: string | null
  enrolled_fen: string
  other_fen: string
  attributed_fen: string
  entry_count: string
  last_effective_on: string
  all_count: string
  all_fen: string
}

/** Households of a division with entries in the period, richest first. */
export async function readHouseholdTotals(
  sql: Sql,
  query: HouseholdTotalsQuery,
): Promise<HouseholdTotals> {
  const ids = query.householdIds ?? null
  const account = query.account ?? null
  assertInstant(query.asOf)
  const source = householdRows(query.asOf, monthsOf(query), query.days)
  const rows = await sql<TotalsRow>(
    `with totals as (
       select household_id, max(village_code) as village_code,
              sum(amount_fen) filter (where account = 'enrolled_household') as enrolled_fen,
              sum(amount_fen) filter (where account = 'other_household') as other_fen,
              sum(amount_fen) as attributed_fen,
              sum(entry_count) as entry_count,
              max(last_effective_on) as last_effective_on
         from ${source.from} as rows
        where division_code like ? and month between ? and ? and household_id is not null
          and (?::text[] is null or household_id = any(?))
          and (?::text is null or account = ?)
        group by household_id
     ), everything as (
       select count(*) as all_count, sum(attributed_fen) as all_fen from totals
     ), page as (
       select * from totals order by attributed_fen desc, household_id limit ? offset ?
     )
     select household_id, village_code, enrolled_fen::text, other_fen::text,
            attributed_fen::text, entry_count::text, last_effective_on::text,
            all_count::text, all_fen::text
       from everything left join page on true
      order by page.attributed_fen desc, household_id`,
    [
      ...source.bindings,
      ...scopeBindings(query),
      ids,
      ids,
      account,
      account,
      query.limit,
      query.offset,
    ],
  )
  return {
    // Beyond the last page there is one row, with the totals only.
    households: rows.filter((row) => row.household_id !== null).map(toHouseholdTotal),
    count: Number(rows[0]?.all_count ?? 0),
    total_fen: toFen(rows[0]?.all_fen ?? 0),
  }
}

function toHouseholdTotal(row: TotalsRow): HouseholdTotal {
  return {
    household_id: row.household_id,
    village_code: row.village_code,
    enrolled_fen: toFen(row.enrolled_fen),
    other_fen: toFen(row.other_fen),
    attributed_fen: toFen(row.attributed_fen),
    entry_count: Number(row.entry_count),
    last_effective_on: row.last_effective_on,
  }
}

/**
 * What each household of a division stands at in the period, for the distribution. Households that
 * nothing reached have no row: pad with the registry's count.
 */
export async function readHouseholdAmounts(
  sql: Sql,
  divisionPrefix: string,
  period: Period,
  account: "enrolled_household" | "other_household",
  asOf?: string,
): Promise<HouseholdAmount[]> {
  assertInstant(asOf)
  const source = householdRows(asOf, monthsOf(period))
  const rows = await sql<{ household_id: string; fen: string }>(
    `select household_id, sum(amount_fen)::text as fen
       from ${source.from} as rows
      where division_code like ? and month between ? and ? and account = ?
      group by household_id order by household_id`,
    [...source.bindings, ...scopeBindings({ divisionPrefix, ...period }), account],
  )
  return rows.map(({ household_id, fen }) => ({ household_id, amount_fen: toFen(fen) }))
}
