import type { BenchTable } from "./bench-table.ts"
import { fillReceipts } from "./income-data.ts"
import { type Raw, rawReads } from "./income-raw.ts"
import { type IncomeStage, openIncome } from "./income-stage.ts"
import { size } from "./ledger-data.ts"
import { inTurn, numberOption, timed } from "./ledger-stage.ts"

const goals = { rawScan: 1 / 200, selectOne: 5 }
const places = { province: "65", prefecture: "6540", county: "654001", township: "654001100" }
const periods = {
  month: { from: "2025-09-01", to: "2025-09-30" },
  year: { from: "2025-01-01", to: "2025-12-31" },
}

/**
 * What a dashboard reads of a province's receipts: each figure against a plain sum over receipts and
 * their facts and against `select 1`, and equal to that sum, also after facts that are not folded
 * yet. `--receipts` says how many there are in three years.
 */
export async function bench(options: string[] = []): Promise<BenchTable> {
  const receipts = numberOption(options, "receipts", 2_000_000)
  const rounds = numberOption(options, "rounds", 5)
  const stage = await openIncome()
  try {
    const fillMs = await timed(() => fillReceipts(stage, receipts))
    const rows: Row[] = []
    for (const read of readsOf(stage)) rows.push(await compare(stage, read, rounds))
    const added = await addFacts(stage)
    const again = readsOf(stage).filter(({ name }) => /province, year|county, month/.test(name))
    for (const read of again) await assertEqual(read)
    return {
      name: "income",
      rows,
      notes: [
        `${figure(receipts)} receipts, ${figure(size.households)} households, ${figure(size.villages)} villages, three years; made and folded in ${Math.round(fillMs / 1000)} s.`,
        `${rows.length} figures equal the raw sums; ${again.length} again after ${added} new receipts and facts that are not folded yet.`,
        `Goals: ≤ 1/200 of the raw scan (${missed(rows, (row) => row["× raw"] > goals.rawScan)} miss it), ≤ ${goals.selectOne} × select 1 (${missed(rows, (row) => row["× select 1"] > goals.selectOne)} miss it).`,
        "The raw scan is taken once; households with an agreement are joined on both sides.",
      ],
    }
  } finally {
    await stage.close()
  }
}

type Row = { read: string; ms: number; "raw ms": number; "× raw": number; "× select 1": number }

const figure = (count: number) => count.toLocaleString("en")

const missed = (rows: Row[], isMissed: (row: Row) => boolean) =>
  `${rows.filter(isMissed).length} of ${rows.length}`

type Read = { name: string; ours: () => Promise<unknown>; raw: () => Promise<unknown> }

function readsOf(stage: IncomeStage): Read[] {
  return Object.entries(places).flatMap(([place, division]) =>
    Object.entries(periods).flatMap(([period, days]) => {
      const raw: Raw = rawReads(stage, { division, ...days })
      return Object.entries(oursOf(stage, { division, ...days }, raw)).map(([name, ours]) => ({
        name: `${name}, ${place}, ${period}`,
        ours,
        // Each of ours has its raw counterpart by name.
        raw: raw.reads[name as keyof Raw["reads"]],
      }))
    }),
  )
}

type Scope = { division: string; from: string; to: string }

function oursOf({ service }: IncomeStage, scope: Scope, { people }: Raw) {
  const page = { limit: 20, offset: 0 }
  const lines = { from: `${scope.from.slice(0, 4)}-01-01`, to: scope.to }
  return {
    channels: async () => (await service.figures(scope)).by_channel,
    months: () => service.byMonth({ ...scope, ...lines }),
    punctuality: () => service.timeliness(scope),
    households: people,
    "list received": () => service.within({ ...scope, asked: "received" }, page).then(listed),
    "list due": () => service.within({ ...scope, asked: "due" }, page).then(listed),
  }
}

type Within = Awaited<ReturnType<IncomeStage["service"]["within"]>>

const listed = ({ receipts, by_channel, count, household_count }: Within) => ({
  ...{ count, household_count, by_channel },
  ids: receipts.map(({ id }) => id),
})

async function assertEqual({ name, ours, raw }: Read): Promise<void> {
  const [told, summed] = [plain(await ours()), plain(await raw())]
  if (told !== summed) {
    throw new Error(`${name}: we tell ${told.slice(0, 400)}, the facts say ${summed.slice(0, 400)}`)
  }
}

/** As text, with keys in one order and whole numbers whatever the driver makes of them. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

async function compare(stage: IncomeStage, read: Read, rounds: number): Promise<Row> {
  let summed: unknown
  const rawMs = await timed(async () => {
    summed = await read.raw()
  })
  await assertEqual({ ...read, raw: () => Promise.resolve(summed) })
  const ms = await inTurn({ ours: read.ours, one: () => stage.run("select 1") }, rounds)
  return {
    read: read.name,
    ms: ms.ours,
    "raw ms": rawMs,
    "× raw": ms.ours / rawMs,
    "× select 1": ms.ours / ms.one,
  }
}

/** New receipts, payments, confirmations and disputes through the module itself. @returns how many. */
async function addFacts({ service, run }: IncomeStage): Promise<number> {
  const county = places.county
  const villages = await run<{ code: string }>(
    "select code from bench_village where starts_with(code, $1) order by i limit 9",
    [county],
  )
  const owed = await service.recordReceipts(
    Array.from({ length: 200 }, (_, i) => ({
      household_id: `hh_${i * 97}`,
      village_code: villages[i % villages.length]!.code,
      ...{ seller_id: "sel_1", channel: "purchase" as const, amount_fen: 3000 + i },
      ...{
        arose_on: "2025-09-03",
        due_on: "2025-09-20",
        cause_key: `new:${i}`,
        recorded_by: "mem_1",
      },
    })),
  )
  const facts = owed.flatMap(({ id }, i) =>
    (["paid", "confirmed", "disputed"] as const).slice(0, (i % 3) + 1).map((kind) => ({
      ...{ receipt_id: id, kind, happened_on: `2025-09-${10 + (i % 20)}`, recorded_by: "mem_1" },
    })),
  )
  const old = await run<{ receipt_id: string }>(
    "select receipt_id from receipt_now where received_on = '2025-09-12' order by receipt_id limit 100",
  )
  const disputes = old.map(({ receipt_id }) => ({
    ...{ receipt_id, kind: "disputed" as const, happened_on: "2025-10-01", recorded_by: "mem_1" },
  }))
  const refused = await service.addFacts([...facts, ...disputes])
  if (refused.length > 0) throw new Error(`Facts were refused: ${JSON.stringify(refused[0])}`)
  return owed.length + facts.length + disputes.length
}
