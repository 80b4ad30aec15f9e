import type { IncomeStage } from "./income-stage.ts"
import { size } from "./ledger-data.ts"

const prefectures = 14
const sellers = 105
const days = 1096

/**
 * Fills three years with receipts, the same at every run: nine in ten paid, nearly all of those
 * confirmed, one in sixteen late, a few disputed or voided; seven in ten households have an agreement.
 * Past the triggers and without indexes, which come after; then everything is folded.
 */
export async function fillReceipts({ service, run }: IncomeStage, count: number): Promise<void> {
  await makePlaces(run)
  await makeAgreements(run)
  const indexes = await dropIndexes(run)
  for (const table of ["household_receipt", "receipt_fact"]) {
    await run(`alter table ${table} disable trigger user`)
  }
  await makeReceipts(run, count)
  await makeFacts(run)
  await run(`create index "IDX_receipt_fact_receipt" on receipt_fact (receipt_id)`)
  await run("analyze")
  await run("select receipt_now_rebuild()")
  for (const index of indexes) await run(index)
  for (const table of ["household_receipt", "receipt_fact"]) {
    await run(`alter table ${table} enable trigger user`)
  }
  await run("vacuum analyze")
  await service.foldReceipts(1_000_000)
  await run("vacuum analyze")
}

/** Answers how the indexes are made again; keys stay. */
async function dropIndexes(run: IncomeStage["run"]): Promise<string[]> {
  const indexes = await run<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i
      where i.indrelid in ('household_receipt'::regclass, 'receipt_fact'::regclass,
                           'receipt_now'::regclass)
        and not i.indisprimary`,
  )
  for (const { name } of indexes) await run(`drop index ${name}`)
  return indexes.map(({ definition }) => definition.replace("INDEX ", "INDEX if not exists "))
}

/** Villages of a province with the survey's number of counties, and a household's village. */
async function makePlaces(run: IncomeStage["run"]): Promise<void> {
  await run(
    `create table bench_village as
     select i, '65' || 40 + (i % $1) % $2 || lpad(((i % $1) / $2 + 1)::text, 2, '0')
              || 100 + (i / $1) % ceil($3 / $1::numeric)::int || 200 + i / $3 as code
       from generate_series(0, $4 - 1) as i`,
    [size.counties, prefectures, size.townships, size.villages],
  )
  await run("create unique index on bench_village (i)")
  await run(
    `insert into household (id, village_code, township_code, county_code)
     select 'hh_' || h, code, left(code, 9), left(code, 6)
       from generate_series(0, $1 - 1) as h join bench_village v on v.i = h % $2`,
    [size.households, size.villages],
  )
}

/** One agreement of each seller, with the households of its villages as parties. */
async function makeAgreements(run: IncomeStage["run"]): Promise<void> {
  await run(
    `insert into agreement (id, seller_id, number)
     select 'agr_' || s, 'sel_' || s, 'N-' || s from generate_series(0, $1 - 1) as s`,
    [sellers],
  )
  await run(
    `insert into agreement_version (id, agreement_id, version, status, effective_from, published_at,
       mode, product_kind, responsible_person, starts_on, ends_on, floors, drafted_by)
     select 'agv_' || s, 'agr_' || s, 1, 'draft', '2024-01-01', '2024-01-01', 'order', 'apple', '-',
            '2024-01-01', '2026-12-31', '[]', 'mem_1' from generate_series(0, $1 - 1) as s`,
    [sellers],
  )
  await run("alter table agreement_household disable trigger user")
  await run(
    `insert into agreement_household (id, version_id, household_id)
     select 'agh_' || h, 'agv_' || h % $2, 'hh_' || h from generate_series(0, $1 - 1) as h
      where h % 10 < 7`,
    [size.households, sellers],
  )
  await run("update agreement_version set status = 'published'")
}

async function makeReceipts(run: IncomeStage["run"], count: number): Promise<void> {
  await run(
    `insert into household_receipt (id, county_code, village_code, household_id, seller_id, channel,
       income_class, amount_fen, arose_on, due_on, cause_key, delivery_id, recorded_by, created_at)
     select 'rcp_' || n, left(code, 6), code, 'hh_' || h, 'sel_' || h % ${sellers},
            case when n % 9 < 5 then 'purchase' when n % 9 < 7 then 'wage'
                 when n % 9 = 7 then 'land_rent' else 'dividend' end,
            case when n % 9 < 5 then 'business' when n % 9 < 7 then 'wage' else 'property' end,
            1000 + (n * 7919) % 490000, arose::text, (arose + 20)::text, 'bench:' || n,
            case when n % 9 < 5 then 'dlv_' || n end, 'mem_1', arose
       from (select n, (n * 48271) % $2 as h, '2024-01-01'::date + (n * 31 % ${days})::int as arose
               from generate_series(1, $1::bigint) as n) as drawn
       join bench_village v on v.i = drawn.h % $3`,
    [count, size.households, size.villages],
  )
}

/** A receipt's number, which decides what becomes of it. */
const NUMBER = "substr(r.id, 5)::bigint"

const FACTS = {
  paid: ["n % 10 <> 3", "n % 16 = 5 then 30 else 12"],
  confirmed: ["n % 10 <> 3 and n % 40 <> 8", "n % 16 = 5 then 33 else 14"],
  disputed: ["n % 400 = 9", "true then 40"],
  voided: ["n % 300 = 13", "true then 5"],
}

async function makeFacts(run: IncomeStage["run"]): Promise<void> {
  for (const [kind, [holds, after]] of Object.entries(FACTS)) {
    await run(
      `insert into receipt_fact (id, receipt_id, county_code, kind, happened_on, via, recorded_by,
         created_at)
       select 'rcf_' || '${kind}' || n, id, county_code, '${kind}',
              (arose_on::date + case when ${after} end)::text, 'bank', 'mem_1', created_at
         from (select r.id, r.county_code, r.arose_on, r.created_at, ${NUMBER} as n
                 from household_receipt r) as told
        where ${holds}`,
    )
  }
}
