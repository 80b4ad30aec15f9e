import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { RECEIPT_MODULE } from "."
import { addDays } from "../../domain/asked-period"
import { RECEIPT_CHANNELS } from "../../domain/income-class"
import { shanghaiDay } from "../../domain/period"
import { REBATE_RECORDER } from "../../domain/rebate"
import { receiptRefusal, type ReceiptFact, type ReceiptFactKind } from "../../domain/receipt-state"
import type { ReceiptsAsked } from "./read-within"
import type ReceiptModuleService from "./service"
import type { ReceiptScope } from "./types"

jest.setTimeout(240_000)

const KINDS: ReceiptFactKind[] = ["paid", "confirmed", "disputed", "dispute_settled", "voided"]
const VILLAGES = ["513423102201", "513423102202", "513423105201", "513401101201", "654001100200"]
const DIVISIONS = ["51", "5134", "513423", "513423102", "513423102201", "65", "654001"]
const ASKED: ReceiptsAsked[] = ["received", "due", "overdue", "paid", "disputed"]
/** Everything that was written by then: read from the facts, one receipt after the other. */
const READ_FROM_FACTS = "2999-01-01T00:00:00.000Z"

const day = fc.integer({ min: 0, max: 900 }).map((count) => addDays("2024-12-01", count))
const attempt = fc.record({
  kind: fc.constantFrom<ReceiptFactKind>(...KINDS, "paid", "confirmed", "paid", "confirmed"),
  on: day,
})
const drawn = fc.record({
  household: fc.integer({ min: 1, max: 6 }),
  // A household that moves has receipts in two villages.
  village_code: fc.constantFrom(...VILLAGES),
  seller_id: fc.constantFrom("sel_a", "sel_b"),
  channel: fc.constantFrom(...RECEIPT_CHANNELS),
  amount_fen: fc.integer({ min: 1, max: 1_000_00 }),
  arose_on: day,
  due_on: fc.option(day, { nil: null }),
  attempts: fc.array(fc.array(attempt, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
})
const span = fc.oneof(
  fc.integer({ min: 2024, max: 2027 }).map((year) => [`${year}-01-01`, `${year}-12-31`] as const),
  fc.constantFrom(["2026-01-01", "2026-11-22"] as const, ["2025-01-01", "2025-11-22"] as const),
  fc
    .tuple(day, fc.integer({ min: 0, max: 500 }))
    .map(([from, length]) => [from, addDays(from, length)] as const),
)
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

const asked = fc.record({
  division: fc.constantFrom(...DIVISIONS),
  span,
  seller: fc.option(fc.constantFrom("sel_a", "sel_b"), { nil: undefined, freq: 4 }),
})

moduleIntegrationTestRunner<ReceiptModuleService>({
  moduleName: RECEIPT_MODULE,
  resolve: __dirname,
  // The real migrations: what follows the facts lives only there.
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    let count = 0
    const run = <Row>(sql: string, values: unknown[] = []) =>
      MikroOrmWrapper.forkManager().execute<Row[]>(sql, values)

    async function owe(receipts: Drawn[]) {
      const rows = receipts.map(({ household, attempts: _attempts, ...receipt }) => ({
        ...receipt,
        household_id: `hh_${household}`,
        cause_key: `drawn:${++count}`,
        recorded_by: "mem_1",
      }))
      const recorded = await service.recordReceipts(rows)
      return rows.map(({ cause_key }) => recorded.find((one) => one.cause_key === cause_key)!.id)
    }

    const STANDING =
      "receipt_id, state, paid_on, paid_via, paid_evidence, confirmed_on, confirmed_via, received_on"

    async function differences(): Promise<object[]> {
      return await run(
        `(select ${STANDING} from receipt_now except select ${STANDING} from receipt_standing('infinity'))
          union all
         (select ${STANDING} from receipt_standing('infinity') except select ${STANDING} from receipt_now)`,
      )
    }

    async function told(scope: ReceiptScope) {
      const page = { limit: 5, offset: 1 }
      return {
        figures: await service.figures(scope),
        byMonth: await service.byMonth(scope),
        timeliness: await service.timeliness(scope),
        byHousehold: await service.byHousehold(scope),
        lists: await Promise.all(
          ASKED.map((state) => service.within({ ...scope, asked: state }, page)),
        ),
        wages: await service.within({ ...scope, asked: "received", channel: "wage" }, page),
      }
    }

    /** As written and as kept, both told on one day: at midnight a receipt may become overdue. */
    async function toldTwice(scope: ReceiptScope) {
      const today = shanghaiDay(new Date())
      const both = [await told({ ...scope, as_of: READ_FROM_FACTS }), await told(scope)] as const
      return shanghaiDay(new Date()) === today ? both : await toldTwice(scope)
    }

    /** Writes what the rule lets in of a round's attempts. */
    async function add(known: Map<string, ReceiptFact[]>, receipts: Drawn[], round: number) {
      const facts = [...known.keys()].flatMap((receipt_id, i) =>
        (receipts[i]!.attempts[round] ?? []).flatMap((fact) => {
          const before = known.get(receipt_id)!
          if (receiptRefusal(before, fact.kind) !== null) return []
          known.set(receipt_id, [...before, fact])
          // A rebate is voided by what follows the sales, the others by anybody.
          const how = { happened_on: fact.on, recorded_by: REBATE_RECORDER }
          return [{ receipt_id, kind: fact.kind, ...how }]
        }),
      )
      expect((await service.addFacts(facts)).map(({ refusal }) => refusal)).toEqual([])
    }

    it("stands as the facts say and sums to what they sum to, after any facts and folds", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(drawn, { minLength: 5, maxLength: 40 }),
          fc.array(asked, { minLength: 4, maxLength: 8 }),
          fc.array(fc.option(fc.integer({ min: 1, max: 60 }), { freq: 2 }), {
            minLength: 3,
            maxLength: 3,
          }),
          async (receipts, questions, folds) => {
            const known = new Map((await owe(receipts)).map((id) => [id, [] as ReceiptFact[]]))
            for (const [round, fold] of folds.entries()) {
              await add(known, receipts, round)
              if (fold !== null) await service.foldReceipts(fold)
              expect(await differences()).toEqual([])
            }
            for (const {
              division,
              span: [from, to],
              seller,
            } of questions) {
              const scope = { division, from, to, ...(seller && { seller_id: seller }) }
              const [asWritten, now] = await toldTwice(scope)
              expect({ scope, ...now }).toEqual({ scope, ...asWritten })
              const { overdue_fen, overdue_count } = now.timeliness
              const { total_fen, count } = now.lists[ASKED.indexOf("overdue")]!
              expect({ scope, total_fen, count }).toEqual({
                scope,
                total_fen: overdue_fen,
                count: overdue_count,
              })
            }
          },
        ),
        { numRuns: 12, endOnFailure: true },
      )
    })

    const receipt = {
      ...{ household: 1, village_code: VILLAGES[0]!, seller_id: "sel_a", amount_fen: 100_00 },
      ...{ channel: "purchase" as const, arose_on: "2026-10-01", due_on: "2026-11-05" },
      attempts: [],
    }
    const fact = (id: string, kind: ReceiptFactKind): [string, unknown[]] => [
      `insert into receipt_fact (id, receipt_id, county_code, kind, happened_on, recorded_by)
         values (?, ?, '513423', ?, '2026-11-03', 'mem_1')`,
      [`rcf_${kind}_${id}`, id, kind],
    ]

    it("sees both of two facts that are written at once, also past the service's lock", async () => {
      const [id] = await owe([receipt])
      const first = MikroOrmWrapper.forkManager()
      await first.begin()
      await first.execute(...fact(id!, "paid"))
      const second = run(...fact(id!, "confirmed"))
      await new Promise((resolve) => setTimeout(resolve, 200))
      await first.commit()
      await second
      expect(await differences()).toEqual([])
      expect(await run("select state from receipt_now")).toEqual([{ state: "received" }])
      const scope = { division: "51", from: "2026-11-01", to: "2026-11-30" }
      expect((await service.figures(scope)).received_fen).toBe(100_00)
    })

    it("writes nothing where the transaction of the facts is undone", async () => {
      const [id] = await owe([receipt])
      const undone = MikroOrmWrapper.forkManager()
      await undone.begin()
      await undone.execute(...fact(id!, "paid"))
      await undone.rollback()
      expect(await run("select state, paid_on from receipt_now")).toEqual([
        { state: "due", paid_on: null },
      ])
      expect(await run("select day, due_fen::int, in_time_fen::int from receipt_delta")).toEqual([
        { day: "2026-11-05", due_fen: 100_00, in_time_fen: 0 },
      ])
    })

    it("says the same when it is built anew from the facts", async () => {
      const ids = await owe([receipt, { ...receipt, household: 2 }])
      const paid = ids.map((id) => ({ receipt_id: id, kind: "paid" as const }))
      const how = { happened_on: "2026-11-02", recorded_by: "mem_1" }
      await service.addFacts(paid.map((one) => ({ ...one, ...how })))
      await service.foldReceipts(3)
      const scope = { division: "513423", from: "2026-11-01", to: "2026-11-30" }
      const before = await told(scope)
      await run("select receipt_now_rebuild()")
      expect(await told(scope)).toEqual(before)
      await service.foldReceipts(1_000)
      expect(await told(scope)).toEqual(before)
    })
  },
})
