import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DeliveryRowBody } from "@shangxing/provenance/types/http"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { refusalOf } from "../support/buyer"
import { agreementOf } from "../support/agreement"
import { expiresOn } from "../support/grower"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"
import { chooseCode, weighbridge } from "../support/weighbridge"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk
    let stranger: Desk
    const confirmedIds: string[] = []

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await employ(container, scene.pomegranates.sellerId, "clerk.huili@test.local")
      container.resolve(Modules.EVENT_BUS).subscribe("delivery.confirmed", async ({ data }) => {
        confirmedIds.push(...(data as { ids: string[] }).ids)
      })
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      stranger = await signIn(api, "member", "clerk.huili@test.local")
      await chooseCode(container, "hh_yy1")
      const { agreement } = await clerk.post("/seller/agreements", agreementOf("YY-2026-031"))
      await clerk.post(`/seller/agreements/${agreement.id}/publish`, {
        effective_from: "2026-01-01",
      })
    })

    const { row, byCode, byStation, sync, weigh, read } = weighbridge(() => clerk)

    it("records what was weighed, confirms it by the household's code, and tells who must know", async () => {
      const [verdict] = await sync([row({ confirmation: byCode() })])
      expect(verdict).toMatchObject({ state: "recorded", is_confirmed: true, code: null })
      expect(await read(verdict!.delivery_id!)).toMatchObject({
        amount_fen: 227_470,
        payable_fen: 215_470,
        floor_fen_per_kg: 420,
        agreement: "YY-2026-031 · 1",
        masked_name: "阿木 **",
        village: { zh: "香房村" },
        confirmed_via: "household_code",
        recorded_by: "李秀英",
        state: "ready",
      })
      expect(confirmedIds).toContain(verdict!.delivery_id)
    })

    it("takes a queue in any order, in parts and twice, and records each row once", async () => {
      const rows = [row(), row({ household_id: "hh_yy2" }), row({ net_g: 1 })]
      const first = await sync(rows.slice(0, 2))
      const again = await sync([...rows].reverse())
      expect(first.map(({ state }) => state)).toEqual(["recorded", "recorded"])
      expect(again.map(({ state, code }) => [state, code])).toEqual([
        ["refused", "deductions_over"],
        ["known", null],
        ["known", null],
      ])
      expect(
        again
          .map(({ delivery_id }) => delivery_id)
          .slice(1)
          .reverse(),
      ).toEqual(first.map(({ delivery_id }) => delivery_id))
      const other = await sync([{ ...rows[0]!, net_g: 1000, deductions: [] }])
      expect(other).toMatchObject([{ state: "refused", code: "delivery_client_id_reused" }])
    })

    it("records one row for two devices that send it at the same moment", async () => {
      const one = row()
      const verdicts = (await Promise.all([sync([one]), sync([one])])).flat()
      expect(new Set(verdicts.map(({ delivery_id }) => delivery_id)).size).toBe(1)
      expect(
        await modules.lots(container).listDeliveries({ client_id: one.client_id }),
      ).toHaveLength(1)
    })

    it("dates a row by what passed on the device, however wrong its clock is", async () => {
      const [verdict] = await sync(
        [row({ weighed_at: "2031-01-01T00:00:00Z" })],
        "2031-01-01T02:00:00Z",
      )
      const { weighed_at } = await read(verdict!.delivery_id!)
      const waited = Date.now() - Date.parse(weighed_at)
      expect(waited).toBeGreaterThan(7_190_000)
      expect(waited).toBeLessThan(7_260_000)
      const [future] = await sync([row({ weighed_at: "2031-01-01T00:00:00Z" })])
      const { delivered_on } = await read(future!.delivery_id!)
      expect(delivered_on <= new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(
        true,
      )
    })

    describe("a row that is refused", () => {
      it.each<[string, object, string]>([
        ["delivery_below_floor", { price_fen_per_kg: 419 }, "保底价"],
        ["delivery_weight_invalid", { net_g: 0, deductions: [] }, "重量"],
        ["deductions_over", { deductions: [{ label: "预支款", amount_fen: 227_471 }] }, "扣款"],
        ["deduction_invalid", { deductions: [{ label: "", amount_fen: 1 }] }, "名目"],
        ["delivery_time_unbelievable", { weighed_at: "2020-01-01T00:00:00Z" }, "日期"],
        ["household_not_party", { household_id: "hh_hl1" }, "社员"],
        ["delivery_row_invalid", { net_g: "many" }, "net_g"],
      ])("says %s, and holds back no other", async (code, change, word) => {
        const verdicts = await sync([row(change as Partial<DeliveryRowBody>), row()])
        expect(verdicts).toMatchObject([
          { state: "refused", code, delivery_id: null },
          { state: "recorded", code: null },
        ])
        expect(verdicts[0]!.message!.zh).toContain(word)
        expect(verdicts[0]!.message!.en).toMatch(/[a-z]/)
      })

      it("is answered with 400 when it comes alone", async () => {
        const alone = clerk.post("/seller/deliveries", row({ price_fen_per_kg: 1, deductions: [] }))
        expect(await refusalOf(alone)).toMatchObject({
          status: 400,
          data: { verdicts: [{ code: "delivery_below_floor" }] },
        })
        const reasoned = row({
          price_fen_per_kg: 400,
          deductions: [],
          below_floor_reason: "冰雹伤果，农户看过认可",
        })
        expect((await clerk.post("/seller/deliveries", reasoned)).verdicts).toMatchObject([
          { state: "recorded" },
        ])
      })
    })

    it("is disputed in the open, kept out of lots meanwhile, and resolved once", async () => {
      const id = await weigh({ confirmation: byCode() })
      const say = (body: object) => clerk.post(`/seller/deliveries/${id}/disputes`, body)
      const opened = { kind: "opened", party: "household", text: "少称了一筐" }
      expect((await refusalOf(say({ ...opened, kind: "answered" }))).data.code).toBe(
        "dispute_unknown",
      )
      expect((await refusalOf(say({ ...opened, text: " " }))).data.code).toBe(
        "dispute_text_missing",
      )
      await say(opened)
      expect((await refusalOf(say(opened))).data.code).toBe("dispute_open_already")
      expect((await refusalOf(clerk.post("/seller/lots", lotOf([id])))).data.code).toBe(
        "delivery_disputed",
      )
      await say({ kind: "answered", party: "seller", text: "查了过磅单，没有少" })
      await say({ kind: "resolved", party: "station", text: "当面复称", outcome: "settled" })
      expect(
        (await refusalOf(say({ kind: "resolved", party: "seller", text: "再说一次" }))).data.code,
      ).toBe("dispute_resolved_already")
      expect(await read(id)).toMatchObject({
        state: "ready",
        disputes: [{ kind: "opened" }, { kind: "answered" }, { kind: "resolved" }],
      })
    })

    it("is voided with a reason while no lot holds it, and never sold then", async () => {
      const id = await weigh({ confirmation: byCode() })
      const end = (reason: string) => clerk.post(`/seller/deliveries/${id}/void`, { reason })
      expect((await refusalOf(end(" "))).data.code).toBe("delivery_void_reason_missing")
      await end("称错了筐")
      await end("称错了筐")
      expect(await read(id)).toMatchObject({ state: "voided", void_reason: "称错了筐" })
      expect((await refusalOf(clerk.post("/seller/lots", lotOf([id])))).data.code).toBe(
        "delivery_voided",
      )
      expect(
        (await refusalOf(clerk.post(`/seller/deliveries/${id}/confirm`, byStation()))).data.code,
      ).toBe("delivery_voided")
      const held = await weigh({ confirmation: byCode() })
      await clerk.post("/seller/lots", lotOf([held]))
      expect(
        (await refusalOf(clerk.post(`/seller/deliveries/${held}/void`, { reason: "晚了" }))).data
          .code,
      ).toBe("delivery_in_lot")
    })

    it("is nobody else's business", async () => {
      const id = await weigh()
      expect(await refusalOf(stranger.get(`/seller/deliveries/${id}`))).toMatchObject({
        status: 404,
        data: { code: "delivery_unknown" },
      })
      for (const [path, body] of [
        ["confirm", byCode()],
        ["void", { reason: "x" }],
        ["disputes", { kind: "opened", party: "seller", text: "x" }],
      ] as const) {
        expect(
          await refusalOf(stranger.post(`/seller/deliveries/${id}/${path}`, body)),
        ).toMatchObject({ status: 404, data: { code: "delivery_unknown" } })
      }
      const { deliveries } = await stranger.get("/seller/deliveries?limit=200")
      expect(deliveries.map((one: { id: string }) => one.id)).not.toContain(id)
    })

    let serial = 0
    const lotOf = (delivery_ids: string[]) => ({
      code: `D${++serial}`,
      product_kind: "apple",
      grade: "一级",
      expires_on: expiresOn,
      delivery_ids,
    })
  },
})
