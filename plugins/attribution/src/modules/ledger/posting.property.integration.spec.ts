import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { LEDGER_MODULE } from "."
import { lotsArbitrary } from "../../testing/arbitrary-basis"
import { basis, capture, refund, toLineLots } from "../../testing/sale"
import type LedgerModuleService from "./service"
import type { LineLot, NewLineEvent } from "./types"

jest.setTimeout(120_000)

const lots = lotsArbitrary.map(toLineLots)

/** Running totals that end at `wholeFen`. */
const totals = (wholeFen: number) =>
  fc
    .array(fc.integer({ min: 0, max: wholeFen }), { maxLength: 4 })
    .map((list) => [...list, wholeFen].sort((a, b) => a - b))

type Line = { lots: LineLot[]; captured: number[]; refunded: number[] }
const line = (isRefundedWhole: boolean): fc.Arbitrary<Line> =>
  fc.integer({ min: 1, max: 2_000_000 }).chain((wholeFen) =>
    fc
      .integer({ min: 0, max: wholeFen })
      .map((part) => (isRefundedWhole ? wholeFen : part))
      .chain((refundedFen) =>
        fc.record({ lots, captured: totals(wholeFen), refunded: totals(refundedFen) }),
      ),
  )

const order = (isRefundedWhole: boolean) =>
  fc.record({
    lines: fc.array(line(isRefundedWhole), { minLength: 1, maxLength: 3 }),
    dice: fc.infiniteStream(fc.nat()),
    batchSize: fc.integer({ min: 1, max: 8 }),
    replayed: fc.nat({ max: 100 }),
  })

type OrderRun = { lines: Line[]; dice: Iterator<number>; batchSize: number; replayed: number }

/** Ids differ from run to run, because the books are append-only and the runs share them. */
let runCount = 0

function eventsOf(orderId: string, lines: Line[]): NewLineEvent[] {
  return lines.flatMap((line, i) => {
    const name = { order_id: orderId, line_item_id: `${orderId}_${i}` }
    return [
      ...line.captured.map((total, n) =>
        capture(total, { ...name, source_id: `capt_${n}`, basis: basis({ lots: line.lots }) }),
      ),
      ...line.refunded.map((total, n) => refund(total, { ...name, source_id: `ref_${n}` })),
    ]
  })
}

function shuffle<T>(list: T[], dice: Iterator<number>): T[] {
  return list
    .map((value) => ({ value, rank: dice.next().value as number }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value)
}

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const rows = async (sql: string, bindings: string[]) =>
      await MikroOrmWrapper.forkManager().execute<Record<string, string>[]>(sql, bindings)

    /** Posts the order's events in a random order, in batches, some of them a second time. */
    async function post(generated: OrderRun): Promise<string> {
      const orderId = `order_${(runCount += 1)}`
      const events = eventsOf(orderId, generated.lines)
      const again = events.filter((_, i) => i % 100 < generated.replayed)
      const all = shuffle([...events, ...again], generated.dice)
      for (let start = 0; start < all.length; start += generated.batchSize) {
        await service.postLineEvents(all.slice(start, start + generated.batchSize))
      }
      return orderId
    }

    const nets = async (orderId: string) =>
      await rows(
        `select e.line_item_id, e.lot_id, e.account, e.household_id, sum(e.amount_fen)::text as fen
           from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
          where t.order_id = ? group by 1, 2, 3, 4 having sum(e.amount_fen) <> 0
          order by 1, 2, 3, 4`,
        [orderId],
      )

    describe("postLineEvents", () => {
      it("leaves every household at zero once refunds add up to the sale, in any order, replayed or not", async () => {
        await fc.assert(
          fc.asyncProperty(order(true), async (generated) => {
            const orderId = await post(generated)
            expect(await nets(orderId)).toEqual([])
          }),
          { numRuns: 30 },
        )
        expect(await service.rollupDifferences("2026-10")).toEqual([])
        expect(await service.rollupDifferences("2026-11")).toEqual([])
      })

      it("ends where one clean run would, and splits what is left to the fen", async () => {
        await fc.assert(
          fc.asyncProperty(order(false), async (generated) => {
            const shuffled = await post(generated)
            const clean = `order_${(runCount += 1)}`
            for (const event of eventsOf(clean, generated.lines)) {
              await service.postLineEvents([event])
            }
            const withoutOrder = async (orderId: string) =>
              (await nets(orderId)).map((row) => ({
                ...row,
                line_item_id: row.line_item_id?.replace(orderId, ""),
              }))
            expect(await withoutOrder(shuffled)).toEqual(await withoutOrder(clean))

            const left = generated.lines.reduce(
              (sum, { captured, refunded }) => sum + captured.at(-1)! - refunded.at(-1)!,
              0,
            )
            const effect = await service.effectOfOrder(shuffled)
            expect(effect.goods_fen).toBe(left)
            expect(effect.enrolled_fen + effect.other_fen + effect.unattributed_fen).toBe(left)
          }),
          { numRuns: 20 },
        )
        expect(await service.rollupDifferences("2026-10")).toEqual([])
        expect(await service.rollupDifferences("2026-11")).toEqual([])
      })
    })
  },
})
