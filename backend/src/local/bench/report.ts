import type { BenchTable } from "./bench-table.ts"
import { fillLedger, size } from "./ledger-data.ts"
import { inTurn, type LedgerStage, numberOption, openLedger, timed } from "./ledger-stage.ts"

const month = "2026-09"
const year = { from: "2025-01", to: "2025-12" }
const three = { from: "2024-01", to: "2026-12" }
const goals = { rawScan: 1 / 200, selectOne: 5 }
const province = "65"
const county = "654001"
const township = "654001100"

/**
 * Officials' figures over a province's three years: each read of the ledger against a raw scan of
 * the entries for the same figure and against `select 1`, and equal to the raw sum, also after
 * refunds that are not folded yet.
 */
export async function bench(options: string[] = []): Promise<BenchTable> {
  const entries = numberOption(options, "entries", 10_000_000)
  const stage = await openLedger("report")
  try {
    const fillMs = await timed(() => fillLedger(stage, entries))
    const compared = await compareWithRaw(stage)
    await addSales(stage)
    const after = await compareWithRaw(stage)
    const rows = await measure(stage)
    return {
      name: "report",
      rows,
      notes: [
        `${entries.toLocaleString("en")} entries, ${size.households.toLocaleString("en")} households, ${size.villages.toLocaleString("en")} villages, 36 months; made and folded in ${Math.round(fillMs / 1000)} s.`,
        `${compared} figures equal the raw sums; ${after} again after new sales and refunds that are not folded yet.`,
        `Goals: ≤ 1/200 of the raw scan, ≤ ${goals.selectOne} × select 1. Missed by: ${missedBy(rows)}.`,
      ],
    }
  } finally {
    await stage.close()
  }
}

type Row = { read: string; ms: number; "raw ms": number; "× raw": number; "× select 1": number }

function missedBy(rows: Row[]): string {
  const missed = rows.filter(
    (row) => row["× raw"] > goals.rawScan || row["× select 1"] > goals.selectOne,
  )
  return missed.map(({ read }) => read).join(", ") || "none"
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

/** The plain sum over raw entries that each figure must equal. */
function rawFigures({ run }: LedgerStage, { divisionPrefix, from, to }: Scope, key = "''") {
  return run<Record<string, string>>(
    `with per_household as (
       select ${key} as key, account, household_id, sum(amount_fen) as fen,
              sum(amount_fen) filter (where state = 'earned') as earned,
              sum(amount_fen) filter (where kind = 'capture') as captured
         from ledger_entry
        where division_code like $1 and month between $2 and $3 and account <> 'sales'
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
       from per_household group by key order by key`,
    [`${divisionPrefix}%`, from, to],
  )
}

/** Compares every figure with its raw sum; answers how many rows it compared. */
async function compareWithRaw(stage: LedgerStage): Promise<number> {
  let compared = 0
  for (const [name, scope] of scopes) {
    const digits = { 2: 4, 6: 9, 9: 12 }[scope.divisionPrefix.length] ?? 12
    const pairs = [
      [
        await rawFigures(stage, scope),
        [{ key: "", ...(await stage.service.attributedSales(scope)) }],
      ],
      [
        await rawFigures(stage, scope, `left(division_code, ${digits})`),
        await stage.service.byChild(scope),
      ],
      [await rawFigures(stage, scope, "month"), await stage.service.byMonth(scope)],
    ] as const
    for (const [raw, read] of pairs) {
      const told = read.map((row) => keyed(row)).sort()
      const counted = raw.map((row) => keyed(row)).sort()
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

async function measure(stage: LedgerStage): Promise<Row[]> {
  const { service } = stage
  const rows: Row[] = []
  for (const [name, scope] of scopes) {
    const digits = { 2: 4, 6: 9, 9: 12 }[scope.divisionPrefix.length] ?? 12
    rows.push(
      await compare(
        stage,
        `figures, ${name}`,
        () => service.attributedSales(scope),
        () => rawFigures(stage, scope),
      ),
      await compare(
        stage,
        `by child, ${name}`,
        () => service.byChild(scope),
        () => rawFigures(stage, scope, `left(division_code, ${digits})`),
      ),
    )
  }
  const last = { divisionPrefix: province, ...year }
  rows.push(
    await compare(
      stage,
      "by month, province, year",
      () => service.byMonth(last),
      () => rawFigures(stage, last, "month"),
    ),
    await compare(
      stage,
      "by product, province, year",
      () => service.bySplit(last, "product"),
      () => rawFigures(stage, last, "product_id"),
    ),
    await compare(
      stage,
      "households, county, month, first 50",
      () => service.householdTotals({ divisionPrefix: county, month, limit: 50, offset: 0 }),
      () => rawFigures(stage, { divisionPrefix: county, from: month, to: month }, "household_id"),
    ),
  )
  return rows
}

async function compare(
  { run }: LedgerStage,
  read: string,
  ledger: () => Promise<unknown>,
  raw: () => Promise<unknown>,
): Promise<Row> {
  const ms = await inTurn({ ledger, raw, one: () => run("select 1") })
  return {
    read,
    ms: ms.ledger,
    "raw ms": ms.raw,
    "× raw": ms.ledger / ms.raw,
    "× select 1": ms.ledger / ms.one,
  }
}
