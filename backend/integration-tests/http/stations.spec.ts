import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { recordDeliveriesWorkflow, voidDeliveryWorkflow } from "@shangxing/provenance/workflows"
import { recordReceiptsWorkflow, recordStationRowsWorkflow } from "@shangxing/attribution/workflows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { gatherStations } from "../../src/gather/overview/stations"
import { raiseAlerts } from "../../src/workflows/stations/raise-alerts"
import { refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, employAtStation, signIn } from "../support/staff"

jest.setTimeout(240_000)

const today = shanghaiDay(new Date())
const period = {
  from: `${today.slice(0, 7)}-01`,
  to: today,
  previous: { from: "2020-01-01", to: "2020-01-31" },
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let stationId: string
    let worker: Desk
    let elsewhere: Desk
    let clerk: Desk
    let official: Desk
    let stranger: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      stationId = await employAtStation(container, "station@test.local")
      await employAtStation(container, "station.huili@test.local", "513402101201")
    })

    beforeEach(async () => {
      container = getContainer()
      worker = await signIn(api, "station_worker", "station@test.local")
      elsewhere = await signIn(api, "station_worker", "station.huili@test.local")
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      official = await signIn(api, "official", "official.yanyuan@test.local")
      stranger = await signIn(api, "official", "official.aksu@test.local")
    })

    const weigh = async (household_id = "hh_yy1"): Promise<string> => {
      const { result } = await recordDeliveriesWorkflow(container).run({
        input: {
          deliveries: [
            {
              seller_id: scene.apples.sellerId,
              household_id,
              village_code: "513423102201",
              product_kind: "apple",
              grade: "一级",
              net_g: 50_000,
              price_fen_per_kg: 500,
              delivered_on: today,
              recorded_by: "李秀英",
            },
          ],
        },
      })
      return result.delivery_ids[0]!
    }

    let serial = 0
    const owe = async (state: "due" | "paid" = "paid"): Promise<string> => {
      const { result } = await recordReceiptsWorkflow(container).run({
        input: {
          receipts: [
            {
              household_id: "hh_yy1",
              village_code: "513423102201",
              seller_id: scene.apples.sellerId,
              channel: "rebate",
              amount_fen: 30_000,
              arose_on: "2026-10-01",
              due_on: "2026-10-15",
              cause_key: `test:${++serial}:${Date.now()}`,
              recorded_by: "mem",
            },
          ],
        },
      })
      const { id } = result[0]!
      if (state === "paid") {
        await clerk.post("/seller/receipts/pay", {
          receipt_ids: [id],
          paid_on: today,
          via: "bank",
          evidence: "回单 1",
        })
      }
      return id
    }
    const spoken = { how: "spoken", note: "户主在站里说同意" }
    const bought = (change: object = {}) => ({
      household_id: "hh_yy1",
      bought_on: today,
      goods: "复合肥",
      quantity: 2,
      unit: "袋",
      paid_fen: 23_800,
      local_price_fen: 13_500,
      price_document: "价签 12",
      form_id: `form-${++serial}-${Date.now()}`,
      ...spoken,
      ...change,
    })
    const counted = async () => (await worker.get("/station/today")).recent_count
    const own = async () =>
      (await official.get("/official/stations")).stations.find(
        ({ id }: { id: string }) => id === stationId,
      )

    describe("a station worker", () => {
      it("sees what waits in the villages served, and nothing of others", async () => {
        const id = await weigh()
        const receipt = await owe()
        const mine = await worker.get("/station/today")
        expect(mine.deliveries.map((row: { id: string }) => row.id)).toContain(id)
        expect(mine.receipts.map((row: { id: string }) => row.id)).toContain(receipt)
        const others = await elsewhere.get("/station/today")
        expect([others.deliveries, others.receipts]).toEqual([[], []])
        const { households } = await worker.get("/station/households")
        expect(households.map((row: { id: string }) => row.id).sort()).toEqual([
          "hh_yy1",
          "hh_yy2",
          "hh_yy3",
          "hh_yy4",
        ])
      })

      it("confirms a delivery once, and the station's work counts", async () => {
        const before = await counted()
        const id = await weigh()
        await worker.post(`/station/deliveries/${id}/confirm`, spoken)
        const { delivery } = await clerk.get(`/seller/deliveries/${id}`)
        expect(delivery).toMatchObject({
          confirmed_via: "station",
          confirmed_by: "阿说 · 测试服务站",
          consent: "口头同意：户主在站里说同意",
        })
        expect(await counted()).toBe(before + 1)
        const again = worker.post(`/station/deliveries/${id}/confirm`, spoken)
        expect(await refusalOf(again)).toMatchObject({
          data: { code: "delivery_confirmed_already" },
        })
        expect(await counted()).toBe(before + 1)
      })

      it("confirms with a household's own code, and a wrong one is counted", async () => {
        await modules.lots(container).setHouseholdCode({
          household_id: "hh_yy2",
          code: "4092",
          set_by: "李秀英",
          witness: "阿说站长",
        })
        const id = await weigh("hh_yy2")
        const wrong = worker.post(`/station/deliveries/${id}/confirm`, { how: "code", code: "1" })
        expect(await refusalOf(wrong)).toMatchObject({ data: { code: "household_code_wrong" } })
        await worker.post(`/station/deliveries/${id}/confirm`, { how: "code", code: "4092" })
        const { delivery } = await clerk.get(`/seller/deliveries/${id}`)
        expect(delivery.confirmed_via).toBe("household_code")
      })

      it("confirms that money arrived, after it was paid and once", async () => {
        const due = await owe("due")
        const early = worker.post(`/station/receipts/${due}/confirm`, spoken)
        expect(await refusalOf(early)).toMatchObject({ data: { code: "receipt_not_paid" } })
        const paid = await owe()
        await worker.post(`/station/receipts/${paid}/confirm`, { how: "thumbprint", note: "单 7" })
        const { receipts } = await modules.receipts(container).standing({ ids: [paid] })
        expect(receipts[0]).toMatchObject({ state: "received", confirmed_via: "station" })
        const again = worker.post(`/station/receipts/${paid}/confirm`, spoken)
        expect(await refusalOf(again)).toMatchObject({
          data: { code: "receipt_already_confirmed" },
        })
      })

      it("writes down a household's no to goods and to money", async () => {
        const id = await weigh()
        await worker.post(`/station/deliveries/${id}/disputes`, { text: "少称了一筐" })
        const { delivery } = await clerk.get(`/seller/deliveries/${id}`)
        expect(delivery.disputes[0]).toMatchObject({ party: "household", text: "少称了一筐" })
        const receipt = await owe()
        await worker.post(`/station/receipts/${receipt}/disputes`, { text: "少了一百块" })
        const again = worker.post(`/station/receipts/${receipt}/disputes`, { text: "少了一百块" })
        expect(await refusalOf(again)).toMatchObject({ data: { code: "receipt_already_disputed" } })
      })

      it.each([
        ["consent_note_missing", { how: "spoken", note: "" }],
        ["household_code_unset", { how: "code", code: "4092", household_id: "hh_yy3" }],
        ["household_unknown", { household_id: "hh_hl1" }],
        ["purchase_price_undocumented", { price_document: "" }],
        ["purchase_document_priceless", { local_price_fen: null }],
        ["purchase_quantity_invalid", { quantity: 0.5 }],
        ["purchase_amount_invalid", { paid_fen: 0 }],
        ["purchase_day_ahead", { bought_on: "2999-01-01" }],
      ])("is refused a purchase with %s, in both languages", async (code, change) => {
        const refusal = await refusalOf(worker.post("/station/purchases", bought(change)))
        expect(refusal).toMatchObject({ data: { code } })
      })

      it("records a purchase once by its form, with what was saved, and takes it back", async () => {
        const before = await counted()
        const form = bought()
        const { purchase } = await worker.post("/station/purchases", form)
        expect(purchase).toMatchObject({ saving_fen: 3_200, goods: "复合肥" })
        const { purchase: again } = await worker.post("/station/purchases", form)
        expect(again.id).toBe(purchase.id)
        expect(await counted()).toBe(before + 1)
        const others = elsewhere.post(`/station/purchases/${purchase.id}/void`, {
          reason: "不是我的",
        })
        expect(await refusalOf(others)).toMatchObject({ data: { code: "purchase_unknown" } })
        await worker.post(`/station/purchases/${purchase.id}/void`, { reason: "记错了户" })
        expect(await counted()).toBe(before)
      })

      it.each(["deliveries", "receipts"])("finds no %s of other villages", async (kind) => {
        const id = kind === "deliveries" ? await weigh() : await owe()
        for (const [act, body] of [
          ["confirm", spoken],
          ["disputes", { text: "不对" }],
        ] as const) {
          const refusal = await refusalOf(elsewhere.post(`/station/${kind}/${id}/${act}`, body))
          expect(refusal.status).toBe(404)
        }
      })
    })

    describe("officials", () => {
      const header = "站点编号,月份,补贴金额,文号"
      const upload = (text: string, kind: string, desk = official) =>
        api.post(`/official/stations/import?kind=${kind}`, text, {
          headers: { ...desk.headers, "content-type": "text/csv" },
        })

      it("see their own stations with what they did, and no others'", async () => {
        const id = await weigh()
        await worker.post(`/station/deliveries/${id}/confirm`, spoken)
        expect(await own()).toMatchObject({ recent_count: 1, is_active: false })
        expect((await stranger.get("/official/stations")).stations).toEqual([])
        const outside = stranger.get("/official/stations?division=513423")
        expect(await refusalOf(outside)).toMatchObject({ data: { code: "division_unknown" } })
        const wrong = official.get("/official/stations?period=november")
        expect(await refusalOf(wrong)).toMatchObject({ data: { code: "period_invalid" } })
      })

      it("try a file dry, read what is wrong in Chinese, then commit it once", async () => {
        const code = "T-513423102201"
        const bad = await upload(
          `${header}\n${code},11 月,1500,财农 7\nX-9,2026-11,5,财农 8\n`,
          "subsidies",
        )
        expect(bad.data.import.state).toBe("refused")
        expect(
          bad.data.errors.map((e: { row_number: number; code: string }) => [e.row_number, e.code]),
        ).toEqual([
          [2, "month_invalid"],
          [3, "station_unknown"],
        ])
        expect(bad.data.errors[0].message).toContain("请写成 2026-11")
        const good = await upload(
          `\uFEFF${header}\r\n${code},${today.slice(0, 7)},1500.50,财农 7\r\n`,
          "subsidies",
        )
        const { id, file_digest, state } = good.data.import
        expect([state, (await own()).subsidy_fen]).toEqual(["ready", 0])
        const others = stranger.post(`/official/stations/import/${id}/commit`, { file_digest })
        expect(await refusalOf(others)).toMatchObject({ data: { code: "station_import_unknown" } })
        await official.post(`/official/stations/import/${id}/commit`, { file_digest })
        expect((await own()).subsidy_fen).toBe(150_050)
        const again = official.post(`/official/stations/import/${id}/commit`, { file_digest })
        expect(await refusalOf(again)).toMatchObject({ data: { code: "station_import_not_ready" } })
        const outside = await upload(`${header}\n${code},2026-11,1,x\n`, "subsidies", stranger)
        expect(outside.data.errors[0].code).toBe("station_unknown")
      })

      it("are asked to look once, see why, and leave a word", async () => {
        await recordStationRowsWorkflow(container).run({
          input: {
            kind: "subsidies",
            rows: [
              {
                station_code: "T-513423102201",
                month: `${today.slice(0, 4)}-01`,
                amount_fen: 60_000,
                document: "x",
              },
            ],
            recorded_by: "off",
          },
        })
        await owe("due")
        expect(await raiseAlerts(container)).toBeGreaterThanOrEqual(2)
        expect(await raiseAlerts(container)).toBe(0)
        expect((await official.post("/official/alerts")).raised_count).toBe(0)
        const { alerts, open_count } = await official.get("/official/alerts")
        const kinds = alerts.map(({ kind }: { kind: string }) => kind)
        expect(kinds).toEqual(expect.arrayContaining(["station_asleep", "payment_overdue"]))
        const asleep = alerts.find(({ kind }: { kind: string }) => kind === "station_asleep")
        expect(asleep.subject.label).toBe("测试服务站")
        const path = `/official/alerts/${asleep.id}/review`
        expect(await refusalOf(official.post(path, { note: "好" }))).toMatchObject({
          data: { code: "alert_note_missing" },
        })
        expect(await refusalOf(stranger.post(path, { note: "已经去看过了" }))).toMatchObject({
          data: { code: "alert_unknown" },
        })
        const { alert } = await official.post(path, { note: "已派人去看，站长住院" })
        expect(alert).toMatchObject({ state: "reviewed", review: { note: "已派人去看，站长住院" } })
        expect((await official.get("/official/alerts")).open_count).toBe(open_count - 1)
      })

      it("no longer count a delivery that was voided afterwards", async () => {
        const id = await weigh()
        await worker.post(`/station/deliveries/${id}/confirm`, spoken)
        expect((await own()).recent_count).toBe(1)
        await voidDeliveryWorkflow(container).run({
          input: {
            seller_id: scene.apples.sellerId,
            delivery_id: id,
            reason: "称错了",
            voided_by: "李",
          },
        })
        await raiseAlerts(container)
        expect((await own()).recent_count).toBe(0)
      })

      it("read of stations, savings and alerts on the dashboard", async () => {
        await worker.post("/station/purchases", bought())
        const figures = await gatherStations(container, { division: "513423", period })
        const value = (key: string) => figures.indicators.find((one) => one.key === key)?.value
        expect(value("station_coverage")).toBe(10_000)
        expect([value("downward_sales"), value("savings")]).toEqual([23_800, 3_200])
        expect(value("station_activity")).toBe(0)
        expect(value("quota_completion")).toBeNull()
        expect(figures.stations).toMatchObject({ count: 1, active_count: 0 })
      })
    })
  },
})
