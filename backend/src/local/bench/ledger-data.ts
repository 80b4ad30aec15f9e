import { ENTRY_DELTAS, SOLD_DELTAS } from "@shangxing/attribution/modules/ledger/rollup/deltas"

import { step } from "../progress.ts"
import type { LedgerStage } from "./ledger-stage.ts"

/** Xinjiang's survey of 2017, in its fourteen prefectures, and three years of sales. */
export const size = {
  households: 476_235,
  villages: 7_571,
  townships: 796,
  counties: 35,
  prefectures: 14,
}
export const months = Array.from(
  { length: 36 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
)

/** Makes the villages, the lots and the months' partitions; `fillLedger` comes after. */
export async function prepareLedger(stage: LedgerStage): Promise<void> {
  await stage.service.createPartitionsAhead(months.length, new Date(`${months[0]}-15T00:00:00Z`))
  await step("Villages, households and lots", async () => {
    await makePlaces(stage)
    await makeLots(stage)
  })
}

/**
 * Fills the journal with lines of some `from` to `to` entries in three years, the same at every run,
 * and folds them into the rollups year by year. Past the triggers, which would check every line again.
 * Answers the milliseconds that the folds took.
 */
export async function fillLedger(stage: LedgerStage, from: number, to: number): Promise<number> {
  const { service, run } = stage
  const [lot] = await run<{ parts: number }>("select avg(parts)::float8 as parts from bench_lot")
  const perMonth = (entries: number) => Math.round(entries / months.length / lot!.parts)
  await run("alter table ledger_entry disable trigger ledger_entry_balances")
  let foldMs = 0
  for (const year of new Set(months.map((month) => month.slice(0, 4)))) {
    await step(`Entries of ${year}`, async () => {
      for (const [i, month] of months.entries()) {
        if (!month.startsWith(year)) continue
        // A month's lines are numbered on from where the last filling ended.
        const [first, last] = [perMonth(from), perMonth(to)].map((line) => i * 10_000_000 + line)
        await fillMonth(stage, month, { first: first!, last: last! - 1 })
      }
    })
    // Households are counted by the year, so a year at a time is the least work.
    const began = performance.now()
    await step(`Rollups of ${year}`, () => service.foldRollups(50_000_000))
    foldMs += performance.now() - began
  }
  await run("alter table ledger_entry enable trigger ledger_entry_balances")
  await step("Vacuum", () => run("vacuum (analyze)"))
  return foldMs
}

/** Each village with its code, and each household with its village: made up, in a province's form. */
async function makePlaces({ run }: LedgerStage): Promise<void> {
  await run(
    `create table bench_village as
     select i, i % $1 as township, i % $1 % $2 as county,
            '65' || 20 + i % $1 % $2 % $4 || lpad((i % $1 % $2 / $4 + 1)::text, 2, '0')
                 || 100 + i % $1 / $2 || 200 + i / $1 as code
       from generate_series(0, $3 - 1) as i`,
    [size.townships, size.counties, size.villages, size.prefectures],
  )
  await run(
    `create table bench_household as
     select h, township, county, code from generate_series(0, $1 - 1) as h
       join bench_village on i = h % $2`,
    [size.households, size.villages],
  )
}

/**
 * Each year every household is in one lot: 20 to 60 households of a township and a part of unknown
 * origin, of one seller and one product, sold in two months that follow each other.
 */
async function makeLots({ run }: LedgerStage): Promise<void> {
  await run(
    `create table bench_share as
     select 'lot_' || year || '_' || township || '_' || place % lots as lot_id, year, county,
            place % lots as number, 'hh_' || h as household_id, h % 10 < 7 as is_enrolled, code,
            1000 + h % 37 * 37 as weight
       from (select year, county, township, h, code,
                    row_number() over (partition by year, township order by hashint8(h * 31 + year))
                      as place,
                    ceil(count(*) over (partition by year, township)
                         / (20.0 + (township * 7 + year * 13) % 41))::int as lots
               from bench_household cross join generate_series(2024, 2026) as year) as drawn`,
  )
  await run(
    `insert into bench_share
     select distinct on (lot_id) lot_id, year, county, number, null, false, null, 900
       from bench_share`,
  )
  await run(
    `create table bench_lot as
     select lot_id, 'sel_' || county * 3 + number % 3 as seller_id,
            'prod_' || county * 5 + number % 5 as product_id, left(max(code), 6) as county_code,
            year, abs(hashtext(lot_id)) % 11 as first_month, count(*) as parts,
            jsonb_agg(jsonb_build_object(
              'household_id', household_id, 'is_enrolled', is_enrolled,
              'status_label_zh', case when is_enrolled then '脱贫户' end,
              'village_code', code, 'parts', weight::text)) as shares
       from bench_share group by lot_id, county, number, year`,
  )
  await run(
    `create table bench_season as
     select month, lot_id, row_number() over (partition by month order by lot_id) - 1 as place,
            count(*) over (partition by month) as lots
       from (select lot_id, year || '-' || lpad((first_month + step)::text, 2, '0') as month
               from bench_lot cross join generate_series(1, 2) as step) as sold`,
  )
  for (const index of ["bench_share (lot_id)", "bench_lot (lot_id)", "bench_season (month, place)"])
    await run(`create index on ${index}`)
  await run("analyze")
}

type Lines = { first: number; last: number }

/**
 * One line in twelve is the refund of a part of the line before it; old ones are earned. Written in
 * the order of their days, as a journal is.
 */
async function fillMonth({ run }: LedgerStage, month: string, lines: Lines): Promise<void> {
  const values = [month, lines.first, lines.last]
  await run(
    `with added as (insert into attribution_basis (
       county_code, line_item_id, order_id, product_id, seller_id, destination_county_code,
       effective_on, grams, basis, rule_version)
     select county_code, 'ordli_' || line, 'order_' || line, product_id, seller_id, '310104', day,
            5000, jsonb_build_object('lots', jsonb_build_array(jsonb_build_object(
              'lot_id', lot_id, 'grams', 5000, 'shares', shares))), 'attribution-1'
       from (${LINES}) as lines where not is_refund order by n
     returning *) ${SOLD_DELTAS}`,
    values,
  )
  await run(ENTRIES, values)
}

const LINES = `
  select n, n % 12 = 0 as is_refund, line, lot.*,
         ($1 || '-01')::date + ((n - $2::bigint) * 28 / greatest(1, $3::bigint - $2::bigint + 1))::int
           as day
    from (select n, case when n % 12 = 0 and n > $2::bigint then n - 1 else n end as line
            from generate_series($2::bigint, $3::bigint) as n) as drawn
    join (select distinct lots from bench_season where month = $1) as season on true
    join bench_season s on s.month = $1 and s.place = drawn.line % season.lots
    join bench_lot lot on lot.lot_id = s.lot_id`

const ENTRIES = `
  with added as (insert into ledger_entry (
     id, transaction_id, entry_number, county_code, effective_on, month, kind, account, state,
     amount_fen, division_code, township_code, village_code, household_id, status_label_zh,
     line_item_id, product_id, seller_id, lot_id, destination_county_code, circle,
     share_numerator, share_denominator, line_goods_fen, rule_version)
   select 'len_' || n || '_' || number, 'ltx_' || n, number, county_code, day, $1,
          case when is_refund then 'refund' else 'capture' end,
          case when household_id is null then 'unattributed'
               when is_enrolled then 'enrolled_household' else 'other_household' end,
          case when $1 < '2026-11' then 'earned' else 'pending' end,
          (100 + (line * 7919 + number * 131) % 4900) / case when is_refund then -2 else 1 end,
          coalesce(code, county_code), left(code, 9), code, household_id,
          case when is_enrolled then '脱贫户' end, 'ordli_' || line, product_id, seller_id, lot_id,
          '310104', case when line % 9 = 0 then 'small' else 'big' end, weight::text, '60000',
          60000, 'attribution-1'
     from (select lines.*, s.household_id, s.is_enrolled, s.code, s.weight,
                  row_number() over (partition by n)::int as number
             from (${LINES}) as lines join bench_share s on s.lot_id = lines.lot_id) as parts
    order by n, number
   returning *)
   ${ENTRY_DELTAS}`
