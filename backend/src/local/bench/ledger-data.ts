import type { LedgerStage } from "./ledger-stage.ts"

/** Xinjiang's survey of 2017, and three years of sales. */
export const size = { households: 476_235, villages: 7_571, townships: 796, counties: 35 }
export const months = Array.from(
  { length: 36 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
)

const partsPerLine = 20

/** Makes the villages and the months' partitions; `fillLedger` comes after. */
export async function prepareLedger(stage: LedgerStage): Promise<void> {
  await stage.service.createPartitionsAhead(months.length, new Date(`${months[0]}-15T00:00:00Z`))
  await makePlaces(stage)
}

/**
 * Fills the journal with entries `from` to `to` of three years, the same at every run, and folds them
 * into the rollups year by year. Past the triggers, which would check every line again.
 */
export async function fillLedger(stage: LedgerStage, from: number, to: number): Promise<void> {
  const { service, run } = stage
  await run("alter table ledger_entry disable trigger ledger_entry_balances")
  const perMonth = Math.floor((to - from) / months.length)
  for (const [i, month] of months.entries()) {
    await fillMonth(stage, month, from + i * perMonth, perMonth)
    // Households are counted by the year, so a year at a time is the least work.
    if (month.endsWith("-12")) await service.foldRollups(50_000_000)
  }
  await run("alter table ledger_entry enable trigger ledger_entry_balances")
  await run("analyze")
}

/** Each village with its code: made up, in a province's form. */
async function makePlaces({ run }: LedgerStage): Promise<void> {
  await run(
    `create table bench_village as
     select i, '65' || (4001 + (i % $1) % $2) || (100 + (i % $1) / $2) || (200 + i / $1) as code
       from generate_series(0, $3 - 1) as i`,
    [size.townships, size.counties, size.villages],
  )
  await run("create unique index on bench_village (i)")
}

/** One in twenty has no known origin; one in twelve takes something back; old ones are earned. */
async function fillMonth(
  { run }: LedgerStage,
  month: string,
  start: number,
  count: number,
): Promise<void> {
  await run(
    `with added as (insert into ledger_entry (
       id, transaction_id, entry_number, county_code, effective_on, month, kind, account, state,
       amount_fen, division_code, township_code, village_code, household_id, status_label_zh,
       line_item_id, product_id, seller_id, lot_id, destination_county_code, circle,
       share_numerator, share_denominator, line_goods_fen, rule_version)
     select 'len_' || n, 'ltx_' || n / ${partsPerLine}, (n % ${partsPerLine})::int, left(code, 6),
            ($1 || '-01')::date + (n % 28)::int, $1, case when n % 12 = 0 then 'refund' else 'capture' end,
            case when is_unknown then 'unattributed'
                 when h % 10 < 7 then 'enrolled_household' else 'other_household' end,
            case when $1 < '2026-11' then 'earned' else 'pending' end,
            case when n % 12 = 0 then -1 else 1 end * (100 + (n * 7919) % 4900),
            case when is_unknown then left(code, 6) else code end,
            case when is_unknown then null else left(code, 9) end,
            case when is_unknown then null else code end,
            case when is_unknown then null else 'hh_' || h end,
            case when not is_unknown and h % 10 < 7 then '脱贫户' end,
            'ordli_' || n / ${partsPerLine}, 'prod_' || (h % 7571) % 175, 'sel_' || h % 105,
            'lot_' || h % 5000, '310104', case when n % 9 = 0 then 'small' else 'big' end,
            '3', '60', 60000, 'attribution-1'
       from (select n, n % 20 = 7 as is_unknown, (n * 48271) % ${size.households} as h
               from generate_series($2::bigint, $2::bigint + $3 - 1) as n) as drawn
       join bench_village v on v.i = drawn.h % ${size.villages}
     returning *)
     insert into ledger_rollup_delta (
       month, county_code, division_code, township_code, village_code, household_id, account,
       seller_id, product_id, circle, amount_fen, earned_fen, sold_fen, refunded_fen, entry_count,
       last_effective_on)
     select month, county_code, division_code, township_code, village_code, household_id, account,
            seller_id, product_id, circle, sum(amount_fen),
            coalesce(sum(amount_fen) filter (where state = 'earned'), 0),
            coalesce(sum(amount_fen) filter (where kind = 'capture'), 0),
            coalesce(sum(-amount_fen) filter (where kind in ('refund', 'chargeback')), 0), count(*),
            max(effective_on)
       from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [month, start, count],
  )
}
