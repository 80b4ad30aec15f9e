import { step } from "../progress.ts"
import type { BenchTable } from "./bench-table.ts"
import { type Duck, openDuck } from "./duck.ts"
import { fillLedger, prepareLedger, size } from "./ledger-data.ts"
import { addUnfolded, keyed, type Read, readsOf, type Told } from "./ledger-reads.ts"
import { inTurn, type LedgerStage, numberOption, openLedger, timed } from "./ledger-stage.ts"

const goals = { rawScan: 1 / 200, selectOne: 5, growth: 1.5 }

/**
 * Officials' figures over a province's three years: each read that the officials' pages make against a
 * raw scan of the entries for the same figure in PostgreSQL and in DuckDB and against `select 1`, and
 * equal to both, also after refunds and corrections that are not folded yet. With `--grow` it first
 * times the reads at `--entries`, then adds entries up to that number. `--reads 'lots|households'` takes only
 * those whose names match: each raw scan of a province's entries takes a minute by itself.
 */
export async function bench(options: string[] = []): Promise<BenchTable> {
  const entries = numberOption(options, "entries", 10_000_000)
  const grown = options.includes("--grow") ? numberOption(options, "grow", 0) : 0
  const rounds = numberOption(options, "rounds", 3)
  const stage = await openLedger("report")
  const reads = readsNamed(readsOf(stage), options)
  try {
    await prepareLedger(stage)
    const filled = [await fill(stage, 0, entries)]
    await useScans(stage)
    await step("Reads against raw sums", () => assertAll(stage, reads))
    const before = new Map<string, number>()
    if (grown > entries) {
      await step("New sales, refunds and corrections", () => addUnfolded(stage, "early"))
      await step("Figures before it grows", () => timeReads(stage, reads, { rounds, before }))
      filled.push(`then ${await fill(stage, entries, grown)}`)
    }
    await step("New sales, refunds and corrections", () => addUnfolded(stage, "new"))
    const rows = await step("Figures", () => measure(stage, reads, { rounds, before }))
    return { name: "report", rows, notes: notesOf(rows, filled) }
  } finally {
    await stage.close()
  }
}

/** Those whose names match the expression after `--reads`; without it all. */
function readsNamed(reads: Read[], options: string[]): Read[] {
  const at = options.indexOf("--reads")
  if (at < 0) return reads
  const pattern = new RegExp(options[at + 1] ?? "")
  const wanted = reads.filter(({ name }) => pattern.test(name))
  if (wanted.length === 0) {
    throw new Error(`No read is named as in ${String(pattern)}; one is "${reads[0]!.name}".`)
  }
  return wanted
}

function notesOf(rows: Row[], filled: string[]): string[] {
  const isGrown = rows.some((row) => row["÷ before"] !== undefined)
  return [
    `${filled.join("; ")}; ${figure(size.households)} households, ${figure(size.villages)} villages, 36 months.`,
    `${rows.length} reads equal the raw sums; and again, in PostgreSQL and DuckDB, after 200 new sales with refunds, corrected statuses and moved lots that are not folded yet.`,
    "Raw: a scan of all entries of the period's months, in PostgreSQL without any index.",
    `Goal ≤ 1/200 of the raw scan, missed by: ${missedBy(rows, (row) => row["× raw"] > goals.rawScan)}.`,
    `Goal ≤ ${goals.selectOne} × select 1, missed by: ${missedBy(rows, (row) => row["× select 1"] > goals.selectOne)}.`,
    ...(isGrown
      ? [
          `Goal ≤ ${goals.growth} × what it took before it grew, missed by: ${missedBy(rows, (row) => (row["÷ before"] ?? 0) > goals.growth)}.`,
        ]
      : []),
  ]
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
  "÷ before"?: number
}

const figure = (count: number) => count.toLocaleString("en")

/** Their names, or how many where a list would say less than the table. */
function missedBy(rows: Row[], isMissed: (row: Row) => boolean): string {
  const names = rows.filter(isMissed).map(({ read }) => read)
  return names.length > 8 ? `${names.length} of ${rows.length}` : names.join("; ") || "none"
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

async function assertAll(stage: LedgerStage, reads: Read[]): Promise<void> {
  for (const read of reads) await assertRaw(stage, read)
}

/** Each read's milliseconds into `before`; it must say what the entries do here, too. */
async function timeReads(stage: LedgerStage, reads: Read[], { rounds, before }: Measuring) {
  for (const read of reads) {
    await assertRaw(stage, read)
    const { ms } = await inTurn({ ms: read.ledger }, rounds * oftener)
    before.set(read.name, ms)
  }
}

/** A read of a millisecond is taken more often than a scan of seconds. */
const oftener = 5

type Measuring = { rounds: number; before: Map<string, number> }

async function measure(
  stage: LedgerStage,
  reads: Read[],
  { rounds, before }: Measuring,
): Promise<Row[]> {
  const duck = await openDuck(stage)
  const rows: Row[] = []
  for (const read of reads) {
    const row = await compare(stage, duck, read, rounds)
    const former = before.get(read.name)
    rows.push(former === undefined ? row : { ...row, "÷ before": row.ms / former })
  }
  duck.close()
  return rows
}

async function compare(stage: LedgerStage, duck: Duck, read: Read, rounds: number): Promise<Row> {
  const { name, ledger, raw } = read
  const told = await ledger()
  assertEqual(name, told, await duck.run(raw))
  await assertRaw(stage, read)
  const one = () => stage.run("select 1")
  const scans = await inTurn({ raw: () => stage.run(raw), duck: () => duck.run(raw) }, rounds)
  const ms = await inTurn({ ledger, one }, rounds * oftener)
  return {
    read: name,
    rows: told.length,
    ms: ms.ledger,
    "raw ms": scans.raw,
    "DuckDB ms": scans.duck,
    "× raw": ms.ledger / scans.raw,
    "× DuckDB": ms.ledger / scans.duck,
    "× select 1": ms.ledger / ms.one,
  }
}
