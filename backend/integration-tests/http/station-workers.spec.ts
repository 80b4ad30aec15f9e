import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, employAtStation, signIn } from "../support/staff"
import { spoken, stationWork } from "../support/station-work"
import { chooseCode } from "../support/weighbridge"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let worker: Desk
    let elsewhere: Desk
    let clerk: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await employAtStation(container, "station@test.local")
      await employAtStation(container, "station.huili@test.local", "513402101201")
    })

    beforeEach(async () => {
      container = getContainer()
      worker = await signIn(api, "station_worker", "station@test.local")
      elsewhere = await signIn(api, "station_worker", "station.huili@test.local")
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
    })

    const { weigh, owe, bought, counted } = stationWork(() => ({
      ...{ container, scene, clerk, worker },
    }))

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
        await chooseCode(container, "hh_yy2")
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
  },
})
