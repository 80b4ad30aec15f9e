import "./bench-local.ts"

import { parseArgs } from "node:util"

import { stopAll } from "../processes.ts"
import { step } from "../progress.ts"
import { type BenchTable, loadNow, median } from "./bench-table.ts"
import { prepareBench, type Prepared } from "./bench-stack.ts"
import {
  type Basket,
  buyerAt,
  type Flow,
  ourFlow,
  type Phase,
  standardFlow,
  stockFlow,
} from "./buyer.ts"
import { type Counter, countStatements, mostFrequent, type Statement, total } from "./statements.ts"
import { type RunningShop, startAnswering, startOurs, startStock } from "./two-shops.ts"

type Contender = { name: string; shop: RunningShop; flow: Flow }
type Counted = { phase: string; statements: Statement[] }
type Result = { contender: Contender; runs: Phase[][]; counted: Counted[] }

const database = { stock: "bench_stock", ours: "bench_ours", server: "bench_server" }

/**
 * One order from two sellers: stock Medusa against ours, in one run, turn by turn, the median of
 * `--runs` (5) orders after warming up. Then one order each, its SQL statements counted call by call.
 * "Ours" answers when stock does: order made, stock reserved, payment authorised. What follows the
 * answer (capture, payment allocations, attribution) stock does not do, and it is not counted.
 */
export async function bench(options: string[]): Promise<BenchTable> {
  const { values } = parseArgs({
    args: options,
    options: { runs: { type: "string", default: "5" } },
  })
  const prepared = await prepareBench()
  try {
    return await compare(prepared, Number(values.runs))
  } finally {
    await stopAll()
    await prepared.cluster.stop()
  }
}

async function compare(prepared: Prepared, runs: number): Promise<BenchTable> {
  const stock = await step("Stock Medusa", () => startStock(prepared, database.stock))
  const ours = await step("Ours", () => startOurs(prepared, database.ours))
  const basket = await twoSellers(prepared)
  const contenders: Contender[] = [
    { name: "stock Medusa", shop: stock, flow: stockFlow },
    { name: "ours", shop: ours, flow: ourFlow },
    { name: "ours, standard calls", shop: ours, flow: standardFlow },
  ]
  const timed = await step(`${runs} orders each, in turn`, () =>
    inTurn(contenders, basket, prepared.publishableKey, runs),
  )
  const loadThen = loadNow()
  const observer = prepared.cluster.getPgClient("postgres")
  await observer.connect()
  const counter = await countStatements(observer)
  await ours.service.stop()
  const server = await step("Ours, answering only", () => startAnswering(prepared, database.server))
  const results: Result[] = []
  for (const contender of contenders) {
    const shop = contender.shop === ours ? server : stock
    const counted = await step(`Statements of ${contender.name}`, () =>
      countOrder({ ...contender, shop }, basket, prepared.publishableKey, counter),
    )
    results.push({ contender, runs: timed.get(contender)!, counted })
  }
  await observer.end()
  return tableOf(results, loadThen)
}

/** A variant in plenty of each of two sellers, with that seller's cheapest freight. */
async function twoSellers({ cluster }: Prepared): Promise<Basket> {
  const client = cluster.getPgClient("shangxing")
  await client.connect()
  const { rows } = await client.query<Basket["goods"][number]>(
    `select distinct on (s.id) v.id as "variantId", s.id as "sellerId", o.id as "optionId"
       from seller s
       join product_product_seller_seller l on l.seller_id = s.id
       join product p on p.id = l.product_id and p.status = 'published'
       join product_variant v on v.product_id = p.id
       join product_variant_inventory_item i on i.variant_id = v.id
       join inventory_level n on n.inventory_item_id = i.inventory_item_id
       join shipping_option o on o.shipping_profile_id = s.shipping_profile_id
      where s.status = 'approved' and n.stocked_quantity - n.reserved_quantity > 100
      order by s.id, v.id, o.id limit 2`,
  )
  const regions = await client.query<{ id: string }>("select id from region limit 1")
  await client.end()
  if (rows.length < 2) throw new Error("The demo has no two sellers with enough in stock.")
  return { regionId: regions.rows[0]!.id, goods: rows }
}

/** A/B/A/B: what disturbs one disturbs the other. Two orders each go first, to warm up. */
async function inTurn(contenders: Contender[], basket: Basket, key: string, runs: number) {
  const taken = new Map<Contender, Phase[][]>(contenders.map((each) => [each, []]))
  for (let run = -2; run < runs; run++) {
    for (const contender of contenders) {
      const buyer = buyerAt(contender.shop.base, key)
      await contender.flow(buyer, basket)
      if (run >= 0) taken.get(contender)!.push(buyer.phases)
    }
  }
  return taken
}

async function countOrder(
  { shop, flow }: Contender,
  basket: Basket,
  key: string,
  counter: Counter,
): Promise<Counted[]> {
  const counted: Counted[] = []
  const before = async () => {
    await counter.untilQuiet(shop.database)
    await counter.reset()
  }
  const after = async (phase: string) => {
    await counter.untilQuiet(shop.database)
    counted.push({ phase, statements: await counter.read(shop.database) })
  }
  await flow(buyerAt(shop.base, key, { before, after }), basket)
  return counted
}

function tableOf(results: Result[], loadThen: number): BenchTable {
  const rows = results.flatMap((result) => rowsOf(result, results[0]!))
  const notes = results.flatMap(({ contender, counted }) =>
    [...new Set(counted.map(({ phase }) => phase))].map((name) => {
      const of = counted.filter(({ phase }) => phase === name).flatMap((c) => c.statements)
      return `${contender.name}, ${name}: ${mostFrequent(of, 16).join(", ")}`
    }),
  )
  return {
    name: "checkout",
    rows,
    notes: [...notes, `Load average after the timing: ${loadThen}.`],
  }
}

function rowsOf({ contender, runs, counted }: Result, first: Result): BenchTable["rows"] {
  const names = [...new Set(counted.map(({ phase }) => phase))]
  const phases = names.map((name) => {
    const of = counted.filter(({ phase }) => phase === name)
    return {
      flow: contender.name,
      part: `${name}${of.length > 1 ? ` ×${of.length}` : ""}`,
      ms: Math.round(median(runs.map((run) => durationOf(run, name)))),
      statements: of.reduce((sum, { statements }) => sum + total(statements), 0),
    }
  })
  const ms = median(runs.map((run) => durationOf(run)))
  const stock = median(first.runs.map((run) => durationOf(run)))
  const whole = {
    flow: contender.name,
    part: "whole order",
    ms: Math.round(ms),
    statements: phases.reduce((sum, { statements }) => sum + statements, 0),
    "of stock": `${Math.round((100 * ms) / stock)} %`,
  }
  return [...phases, whole]
}

function durationOf(run: Phase[], name?: string): number {
  return run
    .filter((phase) => name === undefined || phase.name === name)
    .reduce((sum, { milliseconds }) => sum + milliseconds, 0)
}
