import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { RECEIPT_MODULE } from "."
import type ReceiptModuleService from "./service"
import type { NewFact, NewReceipt } from "./types"

jest.setTimeout(60_000)

const purchase = (n: number, change: Partial<NewReceipt> = {}): NewReceipt => ({
  household_id: `hh_${n}`,
  village_code: "513423102201",
  seller_id: "sel_yanyuan",
  channel: "purchase",
  amount_fen: 100_00 * n,
  arose_on: "2026-10-20",
  due_on: "2026-11-05",
  cause_key: `delivery:dlv_${n}`,
  delivery_id: `dlv_${n}`,
  recorded_by: "mem_1",
  ...change,
})

const fact = (receipt_id: string, kind: NewFact["kind"], happened_on: string): NewFact => ({
  receipt_id,
  kind,
  happened_on,
  via: kind === "paid" ? "credit_union" : "household_code",
  recorded_by: "mem_1",
})

const november = { division: "5134", from: "2026-11-01", to: "2026-11-30" }

moduleIntegrationTestRunner<ReceiptModuleService>({
  moduleName: RECEIPT_MODULE,
  resolve: __dirname,
  // The real migrations: triggers and the reading of states live only there.
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)

    async function owed(...receipts: NewReceipt[]): Promise<string[]> {
      const recorded = await service.recordReceipts(receipts)
      return receipts.map(
        ({ cause_key }) => recorded.find((one) => one.cause_key === cause_key)!.id,
      )
    }

    describe("receipts", () => {
      it("owe a cause once, however often it is recorded", async () => {
        const [first] = await service.recordReceipts([purchase(1)])
        const [again] = await service.recordReceipts([purchase(1, { amount_fen: 7 })])
        expect([again!.id, again!.is_new]).toEqual([first!.id, false])
        const { receipts } = await service.standing({ seller_id: "sel_yanyuan" })
        expect(receipts.map(({ amount_fen }) => amount_fen)).toEqual([100_00])
      })

      it.each([0, -1, 1.5])("refuse an amount of %d fen", async (amount_fen) => {
        await expect(service.recordReceipts([purchase(1, { amount_fen })])).rejects.toMatchObject({
          code: "receipt_amount_invalid",
        })
      })

      it("count when they were paid and confirmed, on the later day", async () => {
        const [a, b] = await owed(purchase(1), purchase(2))
        await service.addFacts([fact(a!, "paid", "2026-10-30"), fact(b!, "paid", "2026-11-03")])
        expect((await service.figures(november)).received_fen).toBe(0)
        await service.addFacts([fact(a!, "confirmed", "2026-11-02")])
        expect(await service.figures(november)).toEqual({
          received_fen: 100_00,
          by_channel: [{ channel: "purchase", income_class: "business", amount_fen: 100_00 }],
        })
        expect(await service.figures({ ...november, division: "513424" })).toMatchObject({
          received_fen: 0,
        })
      })

      it("do not count while they are disputed, and say what stood as of a past moment", async () => {
        const [a] = await owed(purchase(1))
        await service.addFacts([
          fact(a!, "paid", "2026-11-01"),
          fact(a!, "confirmed", "2026-11-01"),
        ])
        // To the microsecond, as the facts are written: a `Date` would end before them.
        const [{ as_of }] = (await run("select now()::text as as_of")) as [{ as_of: string }]
        await service.addFacts([fact(a!, "disputed", "2026-11-10")])
        expect((await service.figures(november)).received_fen).toBe(0)
        expect((await service.figures({ ...november, as_of })).received_fen).toBe(100_00)
      })

      it("are paid once by two clerks at the same moment", async () => {
        const [a] = await owed(purchase(1))
        const pay = () => service.addFacts([fact(a!, "paid", "2026-11-01")])
        const answers = await Promise.all([pay(), pay(), pay()])
        expect(answers.filter((refused) => refused.length === 0)).toHaveLength(1)
        expect(answers.flat().map(({ refusal }) => refusal)).toEqual([
          "receipt_already_paid",
          "receipt_already_paid",
        ])
      })

      it("take all facts of a batch or none", async () => {
        const [a] = await owed(purchase(1))
        const refused = await service.addFacts([
          fact(a!, "paid", "2026-11-01"),
          fact("rcp_none", "paid", "2026-11-01"),
        ])
        expect(refused).toEqual([{ receipt_id: "rcp_none", refusal: "receipt_unknown" }])
        const { receipts } = await service.standing({ ids: [a!] })
        expect(receipts[0]?.state).toBe("due")
      })

      it("tell what was paid in time, and what is overdue", async () => {
        const [a, b] = await owed(purchase(1), purchase(2), purchase(3, { due_on: "2026-12-05" }))
        await service.addFacts([fact(a!, "paid", "2026-11-05"), fact(b!, "paid", "2026-11-09")])
        await owed(purchase(4))
        expect(await service.timeliness(november)).toEqual({
          due_fen: 700_00,
          paid_in_time_fen: 100_00,
          overdue_fen: 400_00,
          overdue_count: 1,
        })
      })

      it.each([
        "update household_receipt set amount_fen = 1",
        "delete from household_receipt",
        "update receipt_fact set happened_on = '2020-01-01'",
        "delete from receipt_fact",
      ])("are append-only: %s", async (sql) => {
        const [a] = await owed(purchase(1))
        await service.addFacts([fact(a!, "paid", "2026-11-01")])
        await expect(run(sql)).rejects.toThrow("append-only")
      })
    })

    describe("a year's patronage refund", () => {
      const resolution = {
        seller_id: "sel_yanyuan",
        county_code: "513423",
        year: 2026,
        surplus_fen: 10_000_00,
        losses_fen: 0,
        reserves_fen: 2_000_00,
        by_volume_basis_points: 6_000,
        resolution_number: "金合〔2027〕1 号",
        resolved_on: "2027-01-15",
        recorded_by: "mem_1",
      }
      const share = {
        household_id: "hh_1",
        volume_fen: 100_00,
        by_volume_fen: 8_000_00,
        by_account_fen: 0,
      }
      const refund = purchase(1, { channel: "patronage_refund", cause_key: "patronage:1" })

      it("counts the year's purchases by household, voided ones left out", async () => {
        const [, b] = await owed(purchase(1), purchase(2), purchase(3, { arose_on: "2025-12-31" }))
        await service.addFacts([fact(b!, "voided", "2026-11-01")])
        expect(await service.volumes("sel_yanyuan", 2026)).toEqual([
          { household_id: "hh_1", village_code: "513423102201", volume_fen: 100_00 },
        ])
      })

      it("is resolved once, with what is owed by it", async () => {
        const id = await service.writeResolution(resolution, [share], [refund])
        expect(id).toMatch(/^pat_/)
        expect(await service.writeResolution(resolution, [share], [refund])).toBeNull()
        expect(await service.sharesOf(id!)).toEqual([share])
        const { count } = await service.standing({ channel: "patronage_refund" })
        expect(count).toBe(1)
        await expect(run("update patronage_share set by_volume_fen = 1")).rejects.toThrow(
          "append-only",
        )
      })

      it("keeps members' accounts, the last word on a year", async () => {
        const account = { household_id: "hh_1", reserve_share_fen: 0, grant_share_fen: 0 }
        await service.setMemberAccounts("sel_yanyuan", 2026, [
          { ...account, contribution_fen: 100_00 },
        ])
        await service.setMemberAccounts("sel_yanyuan", 2026, [
          { ...account, contribution_fen: 200_00 },
        ])
        expect(await service.memberAccounts("sel_yanyuan", 2026)).toEqual([
          { ...account, contribution_fen: 200_00 },
        ])
      })
    })
  },
})
