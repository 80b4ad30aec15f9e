import type { SqlValue } from "../../../lib/sql"
import { householdRows, type Source } from "./sources"

/** What a figure is given for: the whole division, each month, or each division one level below. */
export type Grouping = { by: "whole" } | { by: "month" } | { by: "child"; digits: number }

type Asked = { code: string; like: string; from: string; to: string }
type Statement = { statement: string; bindings: SqlValue[] }

const WITHIN = "division_code like ? and month between ? and ?"
const AMOUNTS = "account, amount_fen, earned_fen, sold_fen"

/**
 * Figures from rows by household. Sums by household first, so that one whose sales were all refunded
 * is not counted as reached.
 */
export function unfolded(asked: Asked, grouping: Grouping, source: Source): Statement {
  return {
    statement: `
      with per_household as (
        select ${keyOf(grouping)} as key, account, household_id, sum(amount_fen) as amount_fen,
               sum(earned_fen) as earned_fen, sum(sold_fen) as sold_fen
          from ${source.from} as rows where ${WITHIN} group by 1, 2, 3
      ), sums as (
        select key, account, amount_fen, earned_fen, sold_fen from per_household
      ), counts as (
        select key, account, count(*) as household_count from per_household
         where household_id is not null and amount_fen > 0 group by 1, 2
      ) ${FIGURES}`,
    bindings: [...source.bindings, asked.like, asked.from, asked.to],
  }
}

/**
 * The same from the divisions' rollup and what is not folded yet. Households are counted in advance
 * by month and by year; for any other period they are counted one by one.
 */
export function folded(asked: Asked, grouping: Grouping): Statement {
  const period = periodOf(asked)
  const counts =
    grouping.by !== "month" && period === null
      ? countsOneByOne(asked, grouping)
      : countsInAdvance(asked, grouping, period)
  return {
    statement: `
      with fresh as materialized (
        select ${keyOf(grouping)} as key, account, household_id, sum(amount_fen) as amount_fen,
               sum(earned_fen) as earned_fen, sum(sold_fen) as sold_fen
          from ledger_rollup_delta where ${WITHIN} group by 1, 2, 3
      ), sums as (
        select ${keyOf(grouping)} as key, ${AMOUNTS} from ledger_division_rollup
         where ${divisionsOf(grouping)} and month between ? and ?
        union all
        select key, ${AMOUNTS} from fresh
      ), ${counts.statement} ${FIGURES}`,
    bindings: [
      asked.like,
      asked.from,
      asked.to,
      ...divisionBindings(asked, grouping),
      asked.from,
      asked.to,
      ...counts.bindings,
    ],
  }
}

const FIGURES = `
  , counted as (
    select key,
           sum(household_count) filter (where account = 'enrolled_household') as enrolled,
           sum(household_count) filter (where account = 'other_household') as other
      from counts group by key
  )
  select key, sum(amount_fen)::text as sales_fen, sum(earned_fen)::text as earned_fen,
         sum(sold_fen)::text as captured_fen,
         coalesce(sum(amount_fen) filter (where account = 'enrolled_household'), 0)::text
           as enrolled_fen,
         coalesce(sum(amount_fen) filter (where account = 'other_household'), 0)::text
           as other_fen,
         coalesce(sum(amount_fen) filter (where account = 'unattributed'), 0)::text
           as unattributed_fen,
         coalesce(max(counted.enrolled), 0)::text as enrolled_household_count,
         coalesce(max(counted.other), 0)::text as other_household_count
    from sums left join counted using (key) group by key order by key`

function countsOneByOne(asked: Asked, grouping: Grouping): Statement {
  const source = householdRows(undefined, asked)
  return {
    statement: `per_household as (
        select ${keyOf(grouping)} as key, account, household_id
          from ${source.from} as rows where ${WITHIN} and household_id is not null
         group by 1, 2, 3 having sum(amount_fen) > 0
      ), counts as (
        select key, account, count(*) as household_count from per_household group by 1, 2
      )`,
    bindings: [...source.bindings, asked.like, asked.from, asked.to],
  }
}

/** The stored counts, and one more or less for each household that an unfolded delta lifts or drops. */
function countsInAdvance(asked: Asked, grouping: Grouping, period: string | null): Statement {
  const isByMonth = grouping.by === "month"
  return {
    statement: `moved as (
        select f.key, f.account,
               (coalesce(h.fen, 0) + f.amount_fen > 0)::int - (coalesce(h.fen, 0) > 0)::int
                 as household_count
          from fresh f
          left join lateral (
            select sum(r.amount_fen) as fen from ledger_month_rollup r
             where r.household_id = f.household_id and r.account = f.account and ${WITHIN}
               and ${keyOf(grouping)} = f.key
          ) as h on true
         where f.household_id is not null
      ), counts as (
        select ${isByMonth ? "period" : keyOf(grouping)} as key, account, household_count
          from ledger_division_households
         where ${divisionsOf(grouping)} and ${isByMonth ? "period between ? and ? and length(period) = 7" : "period = ?"}
        union all
        select key, account, household_count from moved
      )`,
    bindings: [
      asked.like,
      asked.from,
      asked.to,
      ...divisionBindings(asked, grouping),
      ...(isByMonth ? [asked.from, asked.to] : [period]),
    ],
  }
}

/** A single month, or a whole calendar year; `null` for other periods. */
function periodOf({ from, to }: Asked): string | null {
  if (from === to) {
    return from
  }
  const year = from.slice(0, 4)
  return from === `${year}-01` && to === `${year}-12` ? year : null
}

/** An SQL expression of this file, never of a caller. */
function keyOf(grouping: Grouping): string {
  switch (grouping.by) {
    case "whole":
      return "''"
    case "month":
      return "month::text"
    case "child":
      return `left(division_code, ${grouping.digits})`
  }
}

/** Children come whole, and with them what the parent has in none of them. */
function divisionsOf(grouping: Grouping): string {
  return grouping.by === "child"
    ? "((parent_code = ? and split_by = '*') or (division_code = ? and split_by = 'own'))"
    : "division_code = ? and split_by = '*'"
}

function divisionBindings({ code }: Asked, grouping: Grouping): string[] {
  return grouping.by === "child" ? [code, code] : [code]
}
