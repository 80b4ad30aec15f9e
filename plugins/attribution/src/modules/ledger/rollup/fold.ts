import { COUNTY_DIGITS } from "../../../domain/jurisdiction"
import { mayFold } from "../../../lib/fold"
import type { Sql } from "../../../lib/sql"
import { FOLD_SOLD, sumsByDay, sumsByLot } from "./finer-sums"

const DIMENSIONS = `month, county_code, division_code, township_code, village_code, household_id,
  account, seller_id, product_id, circle`

/** Where a division's parent code ends: county 6 → prefecture 4. A province has none. */
const PARENT = (code: string) => `left(${code}, case length(${code})
  when 4 then 2 when 6 then 4 when 9 then 6 when 12 then 9 else 0 end)`

/** One more where a household comes above zero, one less where it falls back. */
const STEP = "(before_fen + change_fen > 0)::int - (before_fen > 0)::int"

/**
 * Folds up to `limit` deltas of each kind into the rollups, inside the caller's DB transaction:
 * whoever reads meanwhile sees them before or after, never twice and never not at all, and a kill
 * undoes it whole. Answers how many deltas it folded; below `limit`, none are left. Of two at once,
 * one folds nothing.
 */
export async function foldDeltas(sql: Sql, limit: number): Promise<number> {
  if (!(await mayFold(sql, "ledger"))) return 0
  const [sums] = await sql<{ folded: string }>(FOLD, [limit])
  const [sold] = await sql<{ folded: string }>(FOLD_SOLD, [limit])
  return Number(sums?.folded ?? 0) + Number(sold?.folded ?? 0)
}

const FOLD = `
  with taken as (
    delete from ledger_rollup_delta
     where id in (select id from ledger_rollup_delta order by id limit ?)
    returning *
  ), summed as materialized (
    select ${DIMENSIONS}, sum(amount_fen) as amount_fen, sum(earned_fen) as earned_fen,
           sum(sold_fen) as sold_fen, sum(refunded_fen) as refunded_fen,
           sum(entry_count) as entry_count, max(last_effective_on) as last_effective_on
      from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ), rolled as (
    insert into ledger_month_rollup as r (
      ${DIMENSIONS}, amount_fen, earned_fen, sold_fen, refunded_fen, entry_count,
      last_effective_on)
    select * from summed
    on conflict (
      household_id, month, account, county_code, division_code, township_code, village_code,
      seller_id, product_id, circle
    ) do update set
      amount_fen = r.amount_fen + excluded.amount_fen,
      earned_fen = r.earned_fen + excluded.earned_fen,
      sold_fen = r.sold_fen + excluded.sold_fen,
      refunded_fen = r.refunded_fen + excluded.refunded_fen,
      entry_count = r.entry_count + excluded.entry_count,
      last_effective_on = greatest(r.last_effective_on, excluded.last_effective_on)
  ), levels(digits) as (values (2), (4), (6), (9), (12)),
  ${divisionSums()},
  ${householdCounts()},
  ${sumsByDay()},
  ${sumsByLot()}
  select count(*)::text as folded from taken`

/**
 * Sums of every division a row lies in, and of what lies in no smaller one. Down to the county they
 * are also split; a township's households are few enough to be split when asked.
 */
function divisionSums(): string {
  const sums = `sum(amount_fen) as amount_fen, sum(earned_fen) as earned_fen,
           sum(sold_fen) as sold_fen, sum(refunded_fen) as refunded_fen,
           sum(entry_count) as entry_count`
  return `placed as materialized (
    select division_code, month, county_code, account, seller_id, product_id, circle, ${sums}
      from summed group by 1, 2, 3, 4, 5, 6, 7
  ), divided as (
    select left(p.division_code, l.digits) as division_code, p.month, p.county_code, s.split_by,
           s.split_key, p.account, ${sums}
      from placed p
      join levels l on l.digits <= length(p.division_code)
     cross join lateral (values ('*', ''), ('seller', p.seller_id), ('product', p.product_id),
                                ('circle', p.circle)) as s(split_by, split_key)
     where s.split_by = '*' or l.digits <= ${COUNTY_DIGITS}
     group by 1, 2, 3, 4, 5, 6
    union all
    select division_code, month, county_code, 'own', '', account, ${sums}
      from placed group by 1, 2, 3, 6
  ), divisions as (
    insert into ledger_division_rollup as d (
      division_code, parent_code, month, county_code, split_by, split_key, account, amount_fen,
      earned_fen, sold_fen, refunded_fen, entry_count)
    select division_code, ${PARENT("division_code")}, month, county_code, split_by, split_key,
           account, amount_fen, earned_fen, sold_fen, refunded_fen, entry_count
      from divided
    on conflict (division_code, split_by, month, split_key, account, county_code) do update set
      amount_fen = d.amount_fen + excluded.amount_fen,
      earned_fen = d.earned_fen + excluded.earned_fen,
      sold_fen = d.sold_fen + excluded.sold_fen,
      refunded_fen = d.refunded_fen + excluded.refunded_fen,
      entry_count = d.entry_count + excluded.entry_count
  )`
}

/**
 * How many households came above zero, or fell back, in each division, month and year. The rollup is
 * read as it was before this fold (one statement sees one state), and the deltas are added to it.
 */
function householdCounts(): string {
  return `touched as materialized (
    select household_id, account, division_code, month, sum(amount_fen) as fen
      from summed where household_id is not null group by 1, 2, 3, 4
  ), held as (
    select r.household_id, r.account, r.division_code, r.month, sum(r.amount_fen) as fen
      from (select distinct household_id, account, left(month, 4) as year from touched) t
      join ledger_month_rollup r on r.household_id = t.household_id and r.account = t.account
       and r.month between t.year || '-01' and t.year || '-12'
     group by 1, 2, 3, 4
  ), both_sides as materialized (
    select household_id, account, division_code, month, fen as before_fen, 0 as change_fen from held
    union all
    select household_id, account, division_code, month, 0, fen from touched
  ), standing as materialized (
    select b.household_id, b.account, b.division_code, p.period, sum(b.before_fen) as before_fen,
           sum(b.change_fen) as change_fen,
           count(*) over (partition by b.household_id, b.account, p.period) > 1 as is_spread
      from both_sides b
     cross join lateral (values (b.month::text), (left(b.month, 4))) as p(period)
     group by 1, 2, 3, 4
  ), stepped as materialized (
    select division_code, period, account, is_spread, sum(${STEP}) as change
      from standing group by 1, 2, 3, 4
  ), spread as (
    select left(s.division_code, l.digits) as division_code, s.period, s.account, s.household_id,
           sum(s.before_fen) as before_fen, sum(s.change_fen) as change_fen
      from standing s join levels l on l.digits <= length(s.division_code)
     where s.is_spread group by 1, 2, 3, 4
  ), counted as (
    -- A household of one village stands around it as it stands there.
    select left(s.division_code, l.digits) as division_code, '*' as split_by, s.period, s.account,
           s.change
      from stepped s join levels l on l.digits <= length(s.division_code) where not s.is_spread
    union all
    select division_code, '*', period, account, ${STEP} from spread
    union all
    select division_code, 'own', period, account, change from stepped
  ), households as (
    insert into ledger_division_households as h (
      division_code, parent_code, period, county_code, split_by, account, household_count)
    select division_code, ${PARENT("division_code")}, period, left(division_code, ${COUNTY_DIGITS}), split_by,
           account, sum(change)
      from counted group by 1, 2, 3, 4, 5, 6 having sum(change) <> 0
    on conflict (division_code, split_by, period, account, county_code) do update set
      household_count = h.household_count + excluded.household_count
  )`
}
