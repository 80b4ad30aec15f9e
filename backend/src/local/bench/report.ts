import type { BenchTable } from "./bench-table.ts"
import { type Duck, openDuck } from "./duck.ts"
import { fillLedger, prepareLedger, size } from "./ledger-data.ts"
import { inTurn, type LedgerStage, numberOption, openLedger, timed } from "./ledger-stage.ts"

const month = "2026-09"
const year = { from: "2025-01", to: "2025-12" }
const three = { from: "2024-01", to: "2026-12" }
const goals = { rawScan: 1 / 200, selectOne: 5, growth: 1.5 }
const province = "65"
const county = "654001"
const township = "654001100"

/**
 * Officials' figures over a province's three years: each read of the ledger against a raw scan of
 * the entries for the same figure in PostgreSQL and in DuckDB and against `select 1`, and equal to the
 * raw sum, also after refunds that are not folded yet. `--grow` then adds entries up to that number
 * and reads once more.
 */
export async function bench(options: string[] = []): Promise<BenchTable> {
  const entries = numberOption(options, "entries", 10_000_000)
  const grown = options.includes("--grow") ? numberOption(options, "grow", 0) : 0
  const rounds = numberOption(options, "rounds", 5)
  const stage = await openLedger("report")
  try {
    await prepareLedger(stage)
    const fillMs = await timed(() => fillLedger(stage, 0, entries))
    const compared = await compareWithRaw(stage, scopes)
    await addSales(stage)
    const after = await compareWithRaw(stage, scopes)
    const rows = await measure(stage, rounds)
    const growth = grown > entries ? await grow(stage, { entries, grown, rounds }, rows) : []
    return {
      name: "report",
      rows,
      notes: [
        `${figure(entries)} entries, ${figure(size.households)} households, ${figure(size.villages)} villages, 36 months; made and folded in ${Math.round(fillMs / 1000)} s.`,
        `${compared} figures equal the raw sums; ${after} again after new sales and refunds that are not folded yet.`,
        `Goals: ≤ 1/200 of the raw scan, ≤ ${goals.selectOne} × select 1. Missed by: ${missedBy(rows)}.`,
        ...growth,
      ],
    }
  } finally {
    await stage.close()
  }
}

type Row = {
  read: string
  ms: number
  "raw ms": number
  "DuckDB ms": number
  "× raw": number
  "× DuckDB": number
  "× select 1": number
  "grown ÷ before"?: number
}

const figure = (count: number) => count.toLocaleString("en")

function missedBy(rows: Row[]): string {
  const missed = rows.filter(
    (row) => row["× raw"] > goals.rawScan || row["× select 1"] > goals.selectOne,
  )
  return missed.map(({ read }) => read).join(", ") || "none"
}

type Growth = { entries: number; grown: number; rounds: number }

/** Fills on, and writes into each row what its read takes now beside what it took before. */
async function grow(stage: LedgerStage, { entries, grown, rounds }: Growth, rows: Row[]) {
  const fillMs = await timed(() => fillLedger(stage, entries, grown))
  const compared = await compareWithRaw(stage, scopes.slice(0, 1))
  for (const { name, ledger } of readsOf(stage)) {
    const row = rows.find(({ read }) => read === name)
    const { ms } = await inTurn({ ms: ledger }, rounds)
    if (row) row["grown ÷ before"] = ms / row.ms
  }
  const slower = rows.filter((row) => (row["grown ÷ before"] ?? 0) > goals.growth)
  return [
    `Grown to ${figure(grown)} entries in ${Math.round(fillMs / 1000)} s; ${compared} figures equal the raw sums.`,
    `Goal: ≤ ${goals.growth} × what it took before. Missed by: ${slower.map(({ read }) => read).join(", ") || "none"}.`,
  ]
}

type Scope = { divisionPrefix: string; from: string; to: string }

const scopes: [string, Scope][] = [
  ["province, month", { divisionPrefix: province, from: month, to: month }],
  ["province, year", { divisionPrefix: province, ...year }],
  ["province, three years", { divisionPrefix: province, ...three }],
  ["county, month", { divisionPrefix: county, from: month, to: month }],
  ["county, year", { divisionPrefix: county, ...year }],
  ["township, month", { divisionPrefix: township, from: month, to: month }],
]

/** The plain sum over raw entries that each figure must equal; PostgreSQL and DuckDB both read it. */
function rawFigures({ divisionPrefix, from, to }: Scope, key = "''"): string {
  return `with per_household as (
       select ${key} as key, account, household_id, sum(amount_fen) as fen,
              sum(amount_fen) filter (where state = 'earned') as earned,
              sum(amount_fen) filter (where kind = 'capture') as captured
         from ledger_entry
        where division_code like '${divisionPrefix}%' and month between '${from}' and '${to}'
          and account <> 'sales'
        group by 1, 2, 3)
     select key, sum(fen)::text as sales_fen, coalesce(sum(earned), 0)::text as earned_fen,
            coalesce(sum(captured), 0)::text as captured_fen,
            coalesce(sum(fen) filter (where account = 'enrolled_household'), 0)::text as enrolled_fen,
            coalesce(sum(fen) filter (where account = 'other_household'), 0)::text as other_fen,
            coalesce(sum(fen) filter (where account = 'unattributed'), 0)::text as unattributed_fen,
            count(*) filter (where account = 'enrolled_household' and fen > 0)::text
              as enrolled_household_count,
            count(*) filter (where account = 'other_household' and fen > 0)::text
              as other_household_count
       from per_household group by key order by key`
}

/** Compares every figure with its raw sum; answers how many rows it compared. */
async function compareWithRaw(
  { service, run }: LedgerStage,
  inScopes: [string, Scope][],
): Promise<number> {
  let compared = 0
  const raw = (scope: Scope, key?: string) => run<Record<string, string>>(rawFigures(scope, key))
  for (const [name, scope] of inScopes) {
    const pairs = [
      [await raw(scope), [{ key: "", ...(await service.attributedSales(scope)) }]],
      [await raw(scope, childOf(scope)), await service.byChild(scope)],
      [await raw(scope, "month"), await service.byMonth(scope)],
    ] as const
    for (const [entries, read] of pairs) {
      const told = read.map((row) => keyed(row)).sort()
      const counted = entries.map((row) => keyed(row)).sort()
      if (JSON.stringify(told) !== JSON.stringify(counted)) {
        throw new Error(`${name}: the ledger tells ${told[0]}, the entries sum to ${counted[0]}`)
      }
      compared += told.length
    }
  }
  return compared
}

function keyed(row: Record<string, string | number>): string {
  return Object.keys(row)
    .sort()
    .map((name) => `${name}=${row[name]}`)
    .join(" ")
}

/** New sales, half of them refunded in part, through the ledger itself: unfolded when read. */
async function addSales({ service }: LedgerStage): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const name = {
      order_id: `new_${i}`,
      line_item_id: `new_${i}`,
      effective_at: `${month}-10T04:00:00Z`,
    }
    const lot = {
      lot_id: "lot_new",
      grams: 1000,
      shares: [1, 2, 3].map((n) => ({
        household_id: `hh_${(i * 97 + n) % size.households}`,
        is_enrolled: ((i * 97 + n) % size.households) % 10 < 7,
        status_label_zh: null,
        village_code: `${township}${200 + (n % 9)}`,
        parts: String(n),
      })),
    }
    const basis = {
      product_id: "prod_1",
      seller_id: "sel_1",
      seller_county_code: county,
      destination_county_code: "310104",
      lots: [lot],
    }
    await service.postLineEvents([
      { ...name, kind: "capture", source_id: `new_c${i}`, goods_fen_total: 3000 + i, basis },
      { ...name, kind: "refund", source_id: `new_r${i}`, goods_fen_total: i % 2 ? i * 10 : 0 },
    ])
  }
}

type Read = { name: string; ledger: () => Promise<unknown>; raw: string }

/** The reads behind the officials' figures, each with the raw sum that says the same. */
function readsOf({ service }: LedgerStage): Read[] {
  const last = { divisionPrefix: province, ...year }
  const countyMonth = { divisionPrefix: county, from: month, to: month }
  return [
    ...scopes.flatMap(([name, scope]) => [
      {
        name: `figures, ${name}`,
        ledger: () => service.attributedSales(scope),
        raw: rawFigures(scope),
      },
      {
        name: `by child, ${name}`,
        ledger: () => service.byChild(scope),
        raw: rawFigures(scope, childOf(scope)),
      },
    ]),
    {
      name: "by month, province, year",
      ledger: () => service.byMonth(last),
      raw: rawFigures(last, "month"),
    },
    {
      name: "by product, province, year",
      ledger: () => service.bySplit(last, "product"),
      raw: rawFigures(last, "product_id"),
    },
    {
      name: "households, county, month, first 50",
      ledger: () => service.householdTotals({ ...countyMonth, limit: 50, offset: 0 }),
      raw: rawFigures(countyMonth, "household_id"),
    },
  ]
}

/** The column that names the divisions one level below. */
function childOf({ divisionPrefix }: Scope): string {
  return `left(division_code, ${{ 2: 4, 6: 9, 9: 12 }[divisionPrefix.length] ?? 12})`
}

async function measure(stage: LedgerStage, rounds: number): Promise<Row[]> {
  const duck = await openDuck(stage)
  const rows: Row[] = []
  for (const read of readsOf(stage)) rows.push(await compare(stage, duck, read, rounds))
  duck.close()
  return rows
}

async function compare(
  { run }: LedgerStage,
  duck: Duck,
  { name, ledger, raw }: Read,
  rounds: number,
): Promise<Row> {
  const one = () => run("select 1")
  const scan = { raw: () => run(raw), duck: () => duck.run(raw) }
  const ms = await inTurn({ ledger, ...scan, one }, rounds)
  return {
    read: name,
    ms: ms.ledger,
    "raw ms": ms.raw,
    "DuckDB ms": ms.duck,
    "× raw": ms.ledger / ms.raw,
    "× DuckDB": ms.ledger / ms.duck,
    "× select 1": ms.ledger / ms.one,
  }
}
