import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { RECEIPT_MODULE } from "."
import {
  receiptRefusal,
  receiptState,
  receivedOn,
  type ReceiptFact,
  type ReceiptFactKind,
} from "../../domain/receipt-state"
import type ReceiptModuleService from "./service"

jest.setTimeout(60_000)

const KINDS: ReceiptFactKind[] = ["paid", "confirmed", "disputed", "dispute_settled", "voided"]

const attempt = fc.record({
  // Voiding ends a story and a settlement needs a dispute: the rest is drawn more often.
  kind: fc.constantFrom<ReceiptFactKind>(...KINDS, "paid", "confirmed", "disputed"),
  on: fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`),
})

/** What is tried on one receipt before and after the moment that is asked for later. */
const story = fc.record({
  before: fc.array(attempt, { maxLength: 6 }),
  after: fc.array(attempt, { maxLength: 6 }),
})

/** A story that ends in each state, so that every run compares them all. */
const EVERY_STATE = (
  [[], ["paid"], ["paid", "confirmed"], ["paid", "disputed"], ["voided"]] as ReceiptFactKind[][]
).map((kinds) => ({ before: [], after: kinds.map((kind) => ({ kind, on: "2026-11-20" })) }))

/** The facts that the rule lets in on top of those that are there, one after the other. */
function admitted(facts: readonly ReceiptFact[], wanted: readonly ReceiptFact[]): ReceiptFact[] {
  return wanted.reduce<ReceiptFact[]>(
    (all, fact) => (receiptRefusal(all, fact.kind) === null ? [...all, fact] : all),
    [...facts],
  )
}

const readingOf = (facts: readonly ReceiptFact[]) => ({
  state: receiptState(facts),
  received_on: receivedOn(facts),
})

moduleIntegrationTestRunner<ReceiptModuleService>({
  moduleName: RECEIPT_MODULE,
  resolve: __dirname,
  // The real migrations: the database's reading of a receipt lives only there.
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    let drawn = 0

    async function owed(count: number): Promise<string[]> {
      const receipts = Array.from({ length: count }, () => ({
        household_id: "hh_1",
        village_code: "513423102201",
        seller_id: "sel_yanyuan",
        channel: "purchase" as const,
        amount_fen: 100_00,
        arose_on: "2026-10-20",
        cause_key: `drawn:${++drawn}`,
        recorded_by: "mem_1",
      }))
      return (await service.recordReceipts(receipts)).map(({ id }) => id)
    }

    async function add(ids: readonly string[], facts: readonly ReceiptFact[][]): Promise<void> {
      const rows = ids.flatMap((receipt_id, index) =>
        facts[index]!.map(({ kind, on }) => ({
          receipt_id,
          kind,
          happened_on: on,
          recorded_by: "mem_1",
        })),
      )
      expect(await service.addFacts(rows)).toEqual([])
    }

    async function readings(ids: readonly string[], asOf: string) {
      const rows = await MikroOrmWrapper.forkManager().execute<
        { receipt_id: string; state: string; received_on: string | null }[]
      >("select receipt_id, state, received_on from receipt_standing(?::timestamptz)", [asOf])
      const byReceipt = new Map(rows.map(({ receipt_id, ...reading }) => [receipt_id, reading]))
      return ids.map((id) => byReceipt.get(id))
    }

    async function momentOfDatabase(): Promise<string> {
      const [row] = await MikroOrmWrapper.forkManager().execute<{ moment: string }[]>(
        "select clock_timestamp()::text as moment",
      )
      return row!.moment
    }

    it("reads a receipt in SQL as the rule does, of now and as of a past moment", async () => {
      const seen = new Set<string>()
      await fc.assert(
        fc.asyncProperty(fc.array(story, { minLength: 10, maxLength: 40 }), async (stories) => {
          const ids = await owed(stories.length)
          const before = stories.map((one) => admitted([], one.before))
          const all = stories.map((one, index) => admitted(before[index]!, one.after))
          await add(ids, before)
          const past = await momentOfDatabase()
          await add(
            ids,
            all.map((facts, index) => facts.slice(before[index]!.length)),
          )
          expect(await readings(ids, past)).toEqual(before.map(readingOf))
          expect(await readings(ids, "infinity")).toEqual(all.map(readingOf))
          all.forEach((facts) => seen.add(receiptState(facts)))
        }),
        { numRuns: 15, examples: [[EVERY_STATE]] },
      )
      // Otherwise the comparison would have passed over a state.
      expect([...seen].sort()).toEqual(["disputed", "due", "paid", "received", "voided"])
    })
  },
})
