import type { CountedPeriod } from "../../../domain/whole-months"
import type { Asked, Part } from "./sales-parts"

/**
 * Households above zero in each division below, in a period that they are counted for in advance: the
 * stored counts, and one more or less for each household that an unfolded delta lifts above zero or
 * drops.
 */
export function countedInAdvance(
  { scope, digits, like }: Asked,
  { period, months }: CountedPeriod,
): Part {
  const child = `left(division_code, ${digits})`
  const within = "division_code like ? and month between ? and ?"
  return {
    statement: `
      with fresh as materialized (
        select ${child} as child, account, household_id, sum(amount_fen) as fen
          from ledger_rollup_delta where ${within} and household_id is not null group by 1, 2, 3
      ), counts as (
        select division_code as child, account, household_count from ledger_division_households
         where parent_code = ? and split_by = '*' and period = ?
        union all
        select division_code, account, household_count from ledger_division_households
         where division_code = ? and split_by = 'own' and period = ?
        union all
        select f.child, f.account,
               (coalesce(h.fen, 0) + f.fen > 0)::int - (coalesce(h.fen, 0) > 0)::int
          from fresh f
          left join lateral (
            select sum(r.amount_fen) as fen from ledger_month_rollup r
             where r.household_id = f.household_id and r.account = f.account and ${within}
               and ${child} = f.child
          ) as h on true
      )
      select child,
             coalesce(sum(household_count) filter (where account = 'enrolled_household'), 0)::text
               as enrolled,
             coalesce(sum(household_count) filter (where account = 'other_household'), 0)::text
               as other
        from counts group by child order by child`,
    bindings: [
      ...[like, months.from, months.to],
      ...[scope.division, period, scope.division, period],
      ...[like, months.from, months.to],
    ],
  }
}
