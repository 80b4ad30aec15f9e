import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { RECEIPT_MODULE } from "."
import { REBATE_RECORDER } from "../../domain/rebate"
import type ReceiptModuleService from "./service"
import type { NewFact } from "./types"

jest.setTimeout(60_000)

const due = (owed_fen: number, household_id = "hh_1") => ({
  version_id: "agv_1",
  household_id,
  village_code: "513423102201",
  seller_id: "sel_yanyuan",
  owed_fen,
  arose_on: "2026-11-22",
  due_on: "2026-12-06",
  note: "协议 金合〔2026〕3 号",
})

moduleIntegrationTestRunner<ReceiptModuleService>({
  moduleName: RECEIPT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const standing = async (household_id = "hh_1") => {
      const { receipts } = await service.standing({ household_id, limit: 100 })
      return receipts.map(({ amount_fen, state }) => `${state} ${amount_fen}`).sort()
    }
    const firstOf = async (state: "due" | "paid") =>
      (await service.standing({ household_id: "hh_1", state, limit: 1 })).receipts[0]!.id
    const say = (receipt_id: string, kind: NewFact["kind"], recorded_by = "mem_1") =>
      service.addFacts([{ receipt_id, kind, happened_on: "2026-11-22", recorded_by }])

    it("owes each household what is new, once however often it is told", async () => {
      expect(await service.accrueRebates([due(1250), due(300, "hh_2")])).toEqual({
        owed_count: 2,
        voided_count: 0,
      })
      expect(await service.accrueRebates([due(1250), due(300, "hh_2")])).toEqual({
        owed_count: 0,
        voided_count: 0,
      })
      await service.accrueRebates([due(1500)])
      expect(await standing()).toEqual(["due 1250", "due 250"])
      expect(await standing("hh_2")).toEqual(["due 300"])
    })

    it("lowers what is unpaid after a refund, and leaves what was paid with the household", async () => {
      await service.accrueRebates([due(1000)])
      await say(await firstOf("due"), "paid")
      await service.accrueRebates([due(1600)])
      await service.accrueRebates([due(1200)])
      expect(await standing()).toEqual(["due 200", "paid 1000", "voided 600"])
      await service.accrueRebates([due(0)])
      expect(await standing()).toEqual(["paid 1000", "voided 200", "voided 600"])
    })

    it("writes once when two workers bring the same news", async () => {
      await Promise.all([service.accrueRebates([due(900)]), service.accrueRebates([due(900)])])
      expect(await standing()).toEqual(["due 900"])
    })

    it("lets no clerk void a rebate", async () => {
      await service.accrueRebates([due(900)])
      const id = await firstOf("due")
      expect(await say(id, "voided")).toEqual([{ receipt_id: id, refusal: "receipt_follows_sale" }])
      expect(await say(id, "voided", REBATE_RECORDER)).toEqual([])
    })

    it("sums a clerk's desk and each household's statement", async () => {
      await service.accrueRebates([due(900), due(400, "hh_2")])
      await say(await firstOf("due"), "paid")
      expect(await service.desk("sel_yanyuan", "2026-12-07")).toMatchObject({
        due: { count: 1, amount_fen: 400 },
        overdue: { count: 1, amount_fen: 400 },
        paid: { count: 1, amount_fen: 900 },
        received: { count: 0, amount_fen: 0 },
      })
      const sums = await service.statementSums("sel_yanyuan", {
        from: "2026-12-01",
        to: "2026-12-31",
      })
      expect(sums).toEqual([
        expect.objectContaining({
          household_id: "hh_2",
          count: 0,
          earlier_fen: 400,
          earlier_due_on: "2026-12-06",
        }),
      ])
    })

    it("keeps photos with facts, and the log of prints as it was written", async () => {
      await service.accrueRebates([due(900)])
      const receipt_id = await firstOf("due")
      const photo_url = "http://localhost/uploads/slip.jpg"
      await service.addFacts([
        { receipt_id, kind: "paid", happened_on: "2026-11-22", photo_url, recorded_by: "mem_1" },
      ])
      expect(await service.factsOf([receipt_id])).toEqual([
        expect.objectContaining({ kind: "paid", photo_url, recorded_by: "mem_1" }),
      ])
      const print = await service.createStatementPrints({
        batch_id: "spb_1",
        seller_id: "sel_yanyuan",
        county_code: "513423",
        household_id: "hh_1",
        period: "2026-11",
        printed_by: "mem_1",
      })
      const manager = MikroOrmWrapper.forkManager()
      await expect(
        manager.execute(`delete from statement_print where id = '${print.id}'`),
      ).rejects.toThrow(/append-only/)
    })
  },
})
