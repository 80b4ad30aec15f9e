import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { STATION_MODULE } from "."
import { type StationTransaction, validTransactions } from "../../domain/station-transactions"
import type StationModuleService from "./service"
import type { NewPurchase, NewStation } from "./types"

jest.setTimeout(60_000)

const station = (change: Partial<NewStation> = {}): NewStation => ({
  code: "YY-01",
  division_code: "513423102",
  name_zh: "卫城镇服务站",
  kind: "township",
  opened_on: "2024-03-01",
  closed_on: null,
  served_from: "2024-03-01",
  village_codes: ["513423102201", "513423102202"],
  ...change,
})

const november = { division: "5134", from: "2026-11-01", to: "2026-11-30" }

moduleIntegrationTestRunner<StationModuleService>({
  moduleName: STATION_MODULE,
  resolve: __dirname,
  // The real migrations: triggers and what counts live only there.
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)
    const open = (...stations: NewStation[]) => service.recordRows("stations", stations, "off_1")
    const only = async () => (await service.stationsWithin(november))[0]!

    let serial = 0
    const purchase = (station_id: string, change: Partial<NewPurchase> = {}): NewPurchase => ({
      household_id: "hh_1",
      village_code: "513423102201",
      station_id,
      worker_id: "stw_1",
      bought_on: "2026-11-10",
      goods: "复合肥",
      quantity: 2,
      unit: "袋",
      paid_fen: 23_800,
      local_price_fen: 13_500,
      price_document: "价签 12",
      how: "spoken",
      consent_note: "户主在站里同意",
      form_id: `form-${++serial}`,
      ...change,
    })

    describe("stations", () => {
      it("are written once, and serve from a day what the last file lists", async () => {
        await open(station())
        expect(await open(station())).toBe(0)
        expect((await only()).village_codes).toEqual(["513423102201", "513423102202"])
        await open(
          station({ served_from: "2026-11-20", village_codes: ["513423102202", "513423102203"] }),
        )
        expect((await only()).village_codes).toEqual(["513423102202", "513423102203"])
        const before = await service.stationsWithin({ ...november, to: "2026-11-19" })
        expect(before[0]!.village_codes).toEqual(["513423102201", "513423102202"])
        expect(await service.servedVillageCount(november)).toBe(2)
      })

      it("stay in the figures until they close, and only in their division", async () => {
        await open(station(), station({ code: "YY-02", closed_on: "2026-10-31" }))
        expect((await service.stationsWithin(november)).map(({ code }) => code)).toEqual(["YY-01"])
        expect(await service.stationsWithin({ ...november, division: "6529" })).toEqual([])
      })

      it("count a village once, however many stations serve it", async () => {
        await open(station(), station({ code: "YY-02" }))
        expect(await service.servedVillageCount(november)).toBe(2)
      })
    })

    describe("transactions", () => {
      it("count as the rule says", async () => {
        await open(station())
        const { id } = await only()
        const bought = [
          purchase(id),
          purchase(id, { goods: " 复合肥 " }),
          purchase(id, { goods: "地膜" }),
          purchase(id, { bought_on: "2026-11-11" }),
          purchase(id, { household_id: "hh_2" }),
          purchase(id, { household_id: "hh_3" }),
        ]
        const ids: string[] = []
        for (const one of bought) ids.push((await service.recordPurchase(one)).id)
        const confirmation = {
          household_id: "hh_1",
          village_code: "513423102201",
          station_id: id,
          worker_id: "stw_1",
          subject_kind: "delivery" as const,
          subject_id: "dlv_1",
          goods: "复合肥",
          confirmed_on: "2026-11-10",
          how: "code" as const,
          consent_note: null,
        }
        await service.recordConfirmations([confirmation, confirmation])
        await service.recordVoids([
          { subject_kind: "purchase", subject_id: ids[5]!, reason: "记错了", recorded_by: "stw_1" },
        ])
        const said = bought.map((one, i): StationTransaction => ({
          kind: "purchase",
          subjectId: ids[i]!,
          householdId: one.household_id,
          on: one.bought_on,
          goods: one.goods,
          isConfirmed: true,
          isVoided: i === 5,
        }))
        const delivered: StationTransaction = {
          kind: "delivery",
          subjectId: "dlv_1",
          householdId: "hh_1",
          on: "2026-11-10",
          goods: "复合肥",
          isConfirmed: true,
          isVoided: false,
        }
        const expected = validTransactions([...said, delivered]).length
        expect(expected).toBe(5)
        expect(await only()).toMatchObject({ transaction_count: expected, last_on: "2026-11-11" })
      })

      it("record a form once, and say so", async () => {
        await open(station())
        const { id } = await only()
        const form = purchase(id)
        const first = await service.recordPurchase(form)
        expect(await service.recordPurchase(form)).toEqual({ id: first.id, is_new: false })
        expect(first.is_new).toBe(true)
      })

      it("are known as of a past moment", async () => {
        await open(station())
        const { id } = await only()
        const before = new Date().toISOString()
        await service.recordPurchase(purchase(id))
        const then = await service.purchaseFigures({ ...november, as_of: before })
        expect(then).toMatchObject({ purchase_count: 0, paid_fen: 0 })
      })
    })

    describe("savings", () => {
      it("add up only where the local price is documented, and show losses", async () => {
        await open(station())
        const { id } = await only()
        await service.recordPurchase(purchase(id))
        await service.recordPurchase(
          purchase(id, { household_id: "hh_2", local_price_fen: 11_000 }),
        )
        await service.recordPurchase(
          purchase(id, { household_id: "hh_3", local_price_fen: null, price_document: null }),
        )
        expect(await service.purchaseFigures(november)).toEqual({
          paid_fen: 71_400,
          purchase_count: 3,
          household_count: 3,
          saving_fen: 3_200 - 1_800,
          documented_count: 2,
        })
      })
    })

    describe("officials' figures", () => {
      const subsidy = { station_code: "YY-01", month: "2026-11", document: "财农〔2026〕7 号" }

      it("are corrected by a row that names the wrong one", async () => {
        await open(station())
        await service.recordRows("subsidies", [{ ...subsidy, amount_fen: 150_000 }], "off_1")
        await service.recordRows("subsidies", [{ ...subsidy, amount_fen: 150_000 }], "off_1")
        const written = await service.recordRows(
          "subsidies",
          [{ ...subsidy, amount_fen: 120_000 }],
          "off_1",
        )
        expect(written).toBe(1)
        expect(await only()).toMatchObject({ subsidy_fen: 120_000, year_subsidy_fen: 120_000 })
      })

      it("say what canteens reserved and bought, and a division's income lines", async () => {
        const quota = { division_code: "513423", year: 2026, buyer: "县一中食堂" }
        await service.recordRows(
          "quotas",
          [
            { ...quota, kind: "reserved", amount_fen: 900, document: "计划 1" },
            { ...quota, kind: "executed", amount_fen: 300, document: "验收 1" },
            { ...quota, kind: "executed", amount_fen: 250, document: "验收 2" },
          ],
          "off_1",
        )
        expect(await service.quotasOf({ division: "5134", year: 2026 })).toEqual([
          { division_code: "513423", buyer: "县一中食堂", reserved_fen: 900, executed_fen: 550 },
        ])
        const scope = { division: "513423", year: 2026 }
        expect(await service.incomeLinesFor(scope)).toEqual([])
        await service.recordRows(
          "income_lines",
          [{ ...quotaLine, amount_fen: 1_600_000, document: "统计公报" }],
          "off_1",
        )
        expect((await service.incomeLinesFor(scope))[0]).toMatchObject({ amount_fen: 1_600_000 })
      })
    })

    describe("a file", () => {
      const file = (change: object = {}) => ({
        official_id: "off_1",
        division_code: "513423",
        kind: "stations" as const,
        file_digest: "digest",
        rows: [station()],
        errors: [],
        ...change,
      })

      it("writes nothing until it is committed, and then once", async () => {
        const { id, state } = await service.stageImport(file())
        expect([state, await service.stationsWithin(november)]).toEqual(["ready", []])
        expect(await service.commitImport(id, "another digest", "off_1")).toBeNull()
        expect(await service.commitImport(id, "digest", "off_1")).toBe(3)
        expect(await service.commitImport(id, "digest", "off_1")).toBeNull()
        expect(await service.stationsWithin(november)).toHaveLength(1)
      })

      it("with an error is refused whole, and is only its own official's", async () => {
        const error = { row_number: 2, column: "站点编号", code: "cell_missing", value: "" }
        const { id } = await service.stageImport(file({ errors: [error] }))
        expect(await service.commitImport(id, "digest", "off_1")).toBeNull()
        const own = await service.importsOf({ id: "off_1", division_code: "513423" }, { id })
        expect(own[0]).toMatchObject({ state: "refused", errors: [error] })
        const others = await service.importsOf({ id: "off_2", division_code: "513423" }, { id })
        expect(others).toEqual([])
      })
    })

    it.each(["station", "assisted_purchase", "station_subsidy", "station_void"])(
      "refuses to change %s",
      async (table) => {
        await open(station())
        const { id } = await only()
        const bought = await service.recordPurchase(purchase(id))
        await service.recordRows(
          "subsidies",
          [{ station_code: "YY-01", month: "2026-11", document: "x", amount_fen: 1 }],
          "off_1",
        )
        await service.recordVoids([
          { subject_kind: "purchase", subject_id: bought.id, reason: "x", recorded_by: "y" },
        ])
        await expect(run(`delete from ${table}`)).rejects.toThrow("append-only")
        await expect(run(`update ${table} set updated_at = now()`)).rejects.toThrow("append-only")
      },
    )
  },
})

const quotaLine = { division_code: "513423", year: 2026, kind: "农村居民人均可支配收入" }
