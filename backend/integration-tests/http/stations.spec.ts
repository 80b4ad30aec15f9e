import type { MedusaContainer } from "@medusajs/framework/types"
import { voidDeliveryWorkflow } from "@shangxing/provenance/workflows"
import { recordStationRowsWorkflow } from "@shangxing/attribution/workflows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { gatherStations } from "../../src/gather/overview/stations"
import { raiseAlerts } from "../../src/workflows/stations/raise-alerts"
import { refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, employAtStation, signIn } from "../support/staff"
import { spoken, stationWork, today } from "../support/station-work"

jest.setTimeout(240_000)

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
    let clerk: Desk
    let official: Desk
    let stranger: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      stationId = await employAtStation(container, "station@test.local")
    })

    beforeEach(async () => {
      container = getContainer()
      worker = await signIn(api, "station_worker", "station@test.local")
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      official = await signIn(api, "official", "official.yanyuan@test.local")
      stranger = await signIn(api, "official", "official.aksu@test.local")
    })

    const { weigh, owe, bought } = stationWork(() => ({ container, scene, clerk, worker }))
    const own = async () =>
      (await official.get("/official/stations")).stations.find(
        ({ id }: { id: string }) => id === stationId,
      )

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
