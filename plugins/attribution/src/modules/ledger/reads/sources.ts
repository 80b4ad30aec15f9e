import { lastDayOf } from "../../../domain/period"
import type { SqlValue } from "../../../lib/sql"

/** Rows that a read sums up, as a table expression with its bindings. */
export type Source = { from: string; bindings: SqlValue[] }

const COLUMNS = `month, county_code, division_code, township_code, village_code, household_id,
  account, seller_id, product_id, circle, amount_fen, earned_fen, sold_fen, entry_count,
  last_effective_on`

/**
 * Household by household: now from the rollup and what is not folded into it yet (together they are
 * exact at any moment), or for a past moment, or for `days` that are no whole months, from the journal
 * itself. `sales` is not among them.
 */
export function householdRows(
  asOf: string | undefined,
  months: { from: string; to: string },
  days?: { from: string; to: string },
): Source {
  if (asOf === undefined && days === undefined) {
    return {
      from: `(select ${COLUMNS} from ledger_month_rollup
              union all select ${COLUMNS} from ledger_rollup_delta)`,
      bindings: [],
    }
  }
  return {
    from: `(select month, county_code, division_code, township_code, village_code, household_id,
                   account, seller_id, product_id, circle, amount_fen,
                   case when state = 'earned' then amount_fen else 0 end as earned_fen,
                   case when kind = 'capture' then amount_fen else 0 end as sold_fen,
                   1 as entry_count, effective_on as last_effective_on
              from ledger_entry
             where account <> 'sales' and effective_on between ?::date and ?::date
               and posted_at <= ?::timestamptz)`,
    bindings: [
      days?.from ?? `${months.from}-01`,
      days?.to ?? lastDayOf(months.to),
      asOf ?? "infinity",
    ],
  }
}
