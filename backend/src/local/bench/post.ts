import type { LineLot, NewLineEvent } from "@shangxing/attribution/modules/ledger/types"

import type { BenchTable } from "./bench-table.ts"
import { inTurn, type LedgerStage, numberOption, openLedger } from "./ledger-stage.ts"

const householdsPerLine = 20
/** What one line comes to: each household, the part of unknown origin, and the contra entry. */
const entriesPerLine = householdsPerLine + 2
const linesEach = 300
const month = "2026-10"
const tables = [
  "attribution_basis",
  "ledger_cause",
  "ledger_transaction",
  "ledger_entry",
  "ledger_rollup_delta",
  "ledger_lot_sold_delta",
]
const goals = { floor: 0.6, hot: 0.9 }

/**
 * Captures attributed by the ledger's own posting, against COPY of the very rows that it wrote into
 * tables with the same indexes; one seller against many; batches against one at a time.
 */
export async function bench(options: string[] = []): Promise<BenchTable> {
  const lines = numberOption(options, "lines", 4000)
  const stage = await openLedger("post")
  try {
    await stage.service.createPartitionsAhead(2, new Date(`${month}-15T00:00:00Z`))
    await prepareFloor(stage, lines)
    const service = stage.service
    const ms = await inTurn({
      spread: () => service.postLineEvents(captures(lines, false)),
      floor: () => copyFloor(stage),
      hot: () => service.postLineEvents(captures(lines, true)),
      each: () => oneByOne(stage, captures(linesEach, false)),
    })
    await assertBooks(stage)
    const rate = (count: number, took: number) => (count * entriesPerLine * 1000) / took
    return tableOf({
      spread: rate(lines, ms.spread),
      hot: rate(lines, ms.hot),
      floor: rate(lines, ms.floor),
      each: rate(linesEach, ms.each),
    })
  } finally {
    await stage.close()
  }
}

type Rates = { spread: number; hot: number; floor: number; each: number }

function tableOf({ spread, hot, floor, each }: Rates): BenchTable {
  const row = (way: string, rate: number) => ({
    way,
    "entries/s": Math.round(rate),
    "× COPY floor": rate / floor,
    "× spread": rate / spread,
  })
  const isMet = (met: boolean) => (met ? "met" : "missed")
  return {
    name: "post",
    rows: [
      row("COPY floor, same rows and indexes", floor),
      row("batches of 500, spread over 35 counties", spread),
      row("batches of 500, one hot seller", hot),
      row("one DB transaction each", each),
    ],
    notes: [
      `${entriesPerLine} entries per line; each with its cause, transaction, basis and rollup deltas.`,
      `Goal ≥ ${goals.floor} × COPY floor: ${isMet(spread >= goals.floor * floor)}.`,
      `Goal hot ≥ ${goals.hot} × spread: ${isMet(hot >= goals.hot * spread)}.`,
    ],
  }
}

let drawn = 0

/** Captures of new lines; hot ones are all of one seller, product and twenty households. */
function captures(count: number, isHot: boolean): NewLineEvent[] {
  return Array.from({ length: count }, () => {
    const n = (drawn += 1)
    const place = isHot ? 0 : n
    const county = `65${4001 + (place % 35)}`
    return {
      kind: "capture",
      order_id: `order_${n}`,
      line_item_id: `ordli_${n}`,
      source_id: `capt_${n}`,
      effective_at: `${month}-${String((n % 28) + 1).padStart(2, "0")}T04:00:00Z`,
      goods_fen_total: 5000 + (n % 977),
      basis: {
        product_id: `prod_${place % 175}`,
        seller_id: `sel_${place % 105}`,
        seller_county_code: county,
        destination_county_code: "310104",
        lots: [lotOf(place, county)],
      },
    }
  })
}

function lotOf(place: number, county: string): LineLot {
  const villages = Array.from({ length: 5 }, (_, i) => `${county}${101 + (i % 3)}${201 + i}`)
  const shares = Array.from({ length: householdsPerLine }, (_, i) => ({
    household_id: `hh_${(place * householdsPerLine + i) % 476_235}`,
    is_enrolled: i % 3 !== 0,
    status_label_zh: i % 3 !== 0 ? "脱贫户" : null,
    village_code: villages[i % villages.length]!,
    parts: String(1000 + i * 37),
  }))
  const unknown = { household_id: null, is_enrolled: false, status_label_zh: null }
  const rest = { ...unknown, village_code: null, parts: "900" }
  return { lot_id: `lot_${place}`, grams: 5000, shares: [...shares, rest] }
}

/** What `lines` captures write, as files, and empty tables with the same indexes to copy them into. */
async function prepareFloor({ service, run, folder }: LedgerStage, lines: number): Promise<void> {
  await service.postLineEvents(captures(lines, false))
  for (const table of tables) {
    await run(`copy (select * from ${table}) to '${folder}${table}.copy'`)
    await run(`create table floor_${table} (like ${table} including defaults including indexes)`)
  }
}

async function copyFloor({ run, folder }: LedgerStage): Promise<void> {
  await run("begin")
  for (const table of tables) {
    await run(`truncate floor_${table}`)
    await run(`copy floor_${table} from '${folder}${table}.copy'`)
  }
  await run("commit")
}

async function oneByOne({ service }: LedgerStage, events: NewLineEvent[]): Promise<void> {
  for (const event of events) await service.postLineEvents([event])
}

/** A fast posting that posts wrong would be worth nothing. */
async function assertBooks({ service, run }: LedgerStage): Promise<void> {
  const [sum] = await run<{ fen: string; entries: string }>(
    "select sum(amount_fen)::text as fen, count(*)::text as entries from ledger_entry",
  )
  const differences = await service.rollupDifferences(month)
  if (
    sum?.fen !== "0" ||
    Number(sum.entries) !== drawn * entriesPerLine ||
    differences.length > 0
  ) {
    throw new Error(
      `The books do not balance: Σ ${sum?.fen}, ${sum?.entries} entries, ${differences.length} differences.`,
    )
  }
}
