import type { BenchTable } from "./bench-table.ts"
import { type Duck, openDuck } from "./duck.ts"
import { fillLedger, prepareLedger, size } from "./ledger-data.ts"
import { addUnfolded, keyed, type Read, readsOf, type Told } from "./ledger-reads.ts"
import { inTurn, type LedgerStage, numberOption, openLedger, timed } from "./ledger-stage.ts"

const goals = { rawScan: 1 / 200, selectOne: 5, growth: 1.5 }

/**
 * Officials' figures over a province's three years: each read that the officials' pages make against a
 * raw scan of the entries for the same figure in PostgreSQL and in DuckDB and against `select 1`, and
 * equal to both, also after refunds and corrections that are not folded yet. `--grow` then adds
 * entries up to that number and reads once more.
 */
export async function bench(options: string[] = []): Promise<BenchTable> {
  const entries = numberOption(options, "entries", 10_000_000)
  const grown = options.includes("--grow") ? numberOption(options, "grow", 0) : 0
  const rounds = numberOption(options, "rounds", 3)
  const stage = await openLedger("report")
  try {
    await prepareLedger(stage)
    const filled = await fill(stage, 0, entries)
    await useScans(stage)
    for (const read of readsOf(stage)) await assertRaw(stage, read)
    await addUnfolded(stage)
    const rows = await measure(stage, rounds)
    const growth = grown > entries ? await grow(stage, { entries, grown, rounds }, rows) : []
    return {
      name: "report",
      rows,
      notes: [
        `${filled}; ${figure(size.households)} households, ${figure(size.villages)} villages, 36 months.`,
        `${rows.length} reads equal the raw sums; and again, in PostgreSQL and DuckDB, after 200 new sales with refunds, corrected statuses and moved lots that are not folded yet.`,
        "Raw: a scan of all entries of the period's months, in PostgreSQL without any index.",
        `Goals: ≤ 1/200 of the raw scan (missed by: ${missedBy(rows, (row) => row["× raw"] > goals.rawScan)}), ≤ ${goals.selectOne} × select 1 (missed by: ${missedBy(rows, (row) => row["× select 1"] > goals.selectOne)}).`,
        ...growth,
      ],
    }
  } finally {
    await stage.close()
  }
}

type Row = {
  read: string
  rows: number
  ms: number
  "raw ms": number
  "DuckDB ms": number
  "× raw": number
  "× DuckDB": number
  "× select 1": number
  "grown ÷ before"?: number
}

const figure = (count: number) => count.toLocaleString("en")

function missedBy(rows: Row[], isMissed: (row: Row) => boolean): string {
  return (
    rows
      .filter(isMissed)
      .map(({ read }) => read)
      .join("; ") || "none"
  )
}

/** Fills on, and says what that came to. */
async function fill(stage: LedgerStage, from: number, to: number): Promise<string> {
  let foldMs = 0
  const fillMs = await timed(async () => (foldMs = await fillLedger(stage, from, to)))
  const [made] = await stage.run<{ count: string; households: string }>(
    `select (select count(*) from ledger_entry)::text as count,
            (select count(*) from ledger_month_rollup)::text as households`,
  )
  const seconds = (ms: number) => Math.round(ms / 1000)
  return `${figure(Number(made!.count))} entries in ${figure(Number(made!.households))} rows by household and month, made in ${seconds(fillMs - foldMs)} s and folded in ${seconds(foldMs)} s`
}

/** What the raw statements read; they shall scan, as they would without the indexes made for pages. */
async function useScans({ run }: LedgerStage): Promise<void> {
  await run(
    `create view bench_lot_line as
     select lot ->> 'lot_id' as lot_id, effective_on, (lot ->> 'grams')::bigint as sold_g
       from attribution_basis cross join lateral jsonb_array_elements(basis -> 'lots') as lot`,
  )
  for (const way of ["indexscan", "indexonlyscan", "bitmapscan"]) {
    await run(`set enable_${way} = off`)
  }
}

async function assertRaw({ run }: LedgerStage, { name, ledger, raw }: Read): Promise<void> {
  assertEqual(name, await ledger(), await run<Told>(raw))
}

/** @throws Error with the first row that is told otherwise than the entries sum to */
function assertEqual(name: string, told: Told[], raw: Told[]): void {
  const [ledger, entries] = [keyed(told), keyed(raw)]
  const at = entries.findIndex((row, i) => row !== ledger[i])
  if (at >= 0 || ledger.length !== entries.length) {
    throw new Error(
      `${name}: the ledger tells ${ledger.length} rows (${ledger[Math.max(at, 0)]}), the entries sum to ${entries.length} (${entries[Math.max(at, 0)]})`,
    )
  }
}

async function measure(stage: LedgerStage, rounds: number): Promise<Row[]> {
  const duck = await openDuck(stage)
  const rows: Row[] = []
  for (const read of readsOf(stage)) rows.push(await compare(stage, duck, read, rounds))
  duck.close()
  return rows
}

async function compare(stage: LedgerStage, duck: Duck, read: Read, rounds: number): Promise<Row> {
  const { name, ledger, raw } = read
  const told = await ledger()
  assertEqual(name, told, await duck.run(raw))
  await assertRaw(stage, read)
  const one = () => stage.run("select 1")
  const ms = await inTurn(
    { ledger, raw: () => stage.run(raw), duck: () => duck.run(raw), one },
    rounds,
  )
  return {
    read: name,
    rows: told.length,
    ms: ms.ledger,
    "raw ms": ms.raw,
    "DuckDB ms": ms.duck,
    "× raw": ms.ledger / ms.raw,
    "× DuckDB": ms.ledger / ms.duck,
    "× select 1": ms.ledger / ms.one,
  }
}

type Growth = { entries: number; grown: number; rounds: number }

/** Fills on, and writes into each row what its read takes now beside what it took before. */
async function grow(stage: LedgerStage, { entries, grown, rounds }: Growth, rows: Row[]) {
  const filled = await fill(stage, entries, grown)
  const reads = readsOf(stage)
  for (const read of reads) {
    const row = rows.find((one) => one.read === read.name)
    const { ms } = await inTurn({ ms: read.ledger }, rounds)
    if (row) row["grown ÷ before"] = ms / row.ms
  }
  const compared = reads.filter((_, i) => i % 4 === 0)
  for (const read of compared) await assertRaw(stage, read)
  return [
    `Grown: ${filled}; ${compared.length} reads equal the raw sums.`,
    `Goal: ≤ ${goals.growth} × what it took before. Missed by: ${missedBy(rows, (row) => (row["grown ÷ before"] ?? 0) > goals.growth)}.`,
  ]
}
