import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import oweMissedDeliveries from "../../src/jobs/owe-missed-deliveries"
import { modules } from "../../src/gather/modules"
import { refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

type Receipt = { id: string; household_id: string; amount_fen: number; state: string }

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let own: Desk
    let other: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await employ(container, scene.pomegranates.sellerId, "clerk.huili@test.local")
    })

    beforeEach(async () => {
      container = getContainer()
      own = await signIn(api, "member", "clerk.yanyuan@test.local")
      other = await signIn(api, "member", "clerk.huili@test.local")
      await oweMissedDeliveries(container)
    })

    const owed = async (desk = own): Promise<Receipt[]> =>
      (await desk.get("/seller/receipts?limit=200")).receipts

    const pay = (ids: string[], desk = own) =>
      desk.post("/seller/receipts/pay", {
        receipt_ids: ids,
        paid_on: "2026-11-20",
        via: "credit_union",
        evidence: "回单 0710",
      })
    const confirm = (ids: string[], desk = own) =>
      desk.post("/seller/receipts/confirm", {
        receipt_ids: ids,
        confirmed_on: "2026-11-21",
        via: "signed_sheet",
        evidence: "签收表 12 号",
      })
    const november = { division: "513423", from: "2026-11-01", to: "2026-11-30" }
    const received = async () => (await modules.receipts(container).figures(november)).received_fen

    it("owes each household its deliveries once, whichever way the delivery was heard of", async () => {
      const deliveries = await modules
        .lots(container)
        .listDeliveries({ seller_id: scene.apples.sellerId })
      const worth = (rows: { amount_fen: number }[]) =>
        rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
      await oweMissedDeliveries(container)
      await eventually(utils, async () => (await owed()).length === deliveries.length)
      expect(worth(await owed())).toBe(worth(deliveries))
    })

    it("counts money as income when it was paid and the household has confirmed it", async () => {
      const [first, second] = await owed()
      await pay([first!.id, second!.id])
      expect(await received()).toBe(0)
      await confirm([first!.id])
      expect(await received()).toBe(first!.amount_fen)
      const states = (await owed()).filter(({ id }) => [first!.id, second!.id].includes(id))
      expect(states.map(({ state }) => state).sort()).toEqual(["paid", "received"])
    })

    it.each([
      ["confirms what is not paid", "receipt_not_paid", (id: string) => confirm([id])],
      [
        "pays twice",
        "receipt_already_paid",
        async (id: string) => {
          await pay([id])
          return await pay([id])
        },
      ],
      [
        "voids what a household holds",
        "receipt_received",
        async (id: string) => {
          await pay([id])
          await confirm([id])
          return await own.post(`/seller/receipts/${id}/facts`, { act: "void", note: "记错了" })
        },
      ],
      [
        "settles what nobody disputes",
        "receipt_not_disputed",
        (id: string) => own.post(`/seller/receipts/${id}/facts`, { act: "settle", note: "谈好了" }),
      ],
    ])("refuses a clerk who %s", async (_what, code, act) => {
      const [receipt] = await owed()
      const { status, data } = await refusalOf(act(receipt!.id))
      expect([status, data.code]).toEqual([400, code])
    })

    it("takes a dispute, and the receipt counts again when it is settled", async () => {
      const [receipt] = await owed()
      await pay([receipt!.id])
      await confirm([receipt!.id])
      const path = `/seller/receipts/${receipt!.id}/facts`
      await own.post(path, { act: "dispute", note: "少了十斤" })
      expect(await received()).toBe(0)
      await own.post(path, { act: "settle", note: "复秤无误，双方签字" })
      expect(await received()).toBe(receipt!.amount_fen)
    })

    it("shows nobody another seller's receipts", async () => {
      const [mine] = await owed()
      const answers = await Promise.all([
        refusalOf(pay([mine!.id], other)),
        refusalOf(confirm([mine!.id], other)),
        refusalOf(
          other.post(`/seller/receipts/${mine!.id}/facts`, { act: "void", note: "别人的" }),
        ),
      ])
      for (const { status, data } of answers) {
        expect([status, data.code]).toEqual([404, "receipt_unknown"])
      }
      expect((await owed(other)).map(({ id }) => id)).not.toContain(mine!.id)
    })

    describe("a wage or a rent", () => {
      const wage = {
        household_id: "hh_yy1",
        channel: "wage",
        amount_fen: 120_00,
        arose_on: "2026-11-20",
        form_id: "form-1234-5678",
      }

      it("is owed once however often its form is sent", async () => {
        const before = (await owed()).length
        const first = await own.post("/seller/receipts", wage)
        const again = await own.post("/seller/receipts", wage)
        expect(again.receipt.id).toBe(first.receipt.id)
        expect(await owed()).toHaveLength(before + 1)
      })

      it.each([
        [{ household_id: "hh_hl1" }, 404, "household_unknown"],
        [{ channel: "purchase" }, 400, undefined],
        [{ amount_fen: 0 }, 400, undefined],
      ])("is refused with %j", async (change, status, code) => {
        const answer = await refusalOf(own.post("/seller/receipts", { ...wage, ...change }))
        expect([answer.status, answer.data.code]).toEqual([status, code])
      })
    })

    describe("a year's patronage refund", () => {
      const year = {
        year: 2026,
        surplus_fen: 10_000_00,
        losses_fen: 0,
        reserves_fen: 2_000_00,
        by_volume_basis_points: 6_000,
      }
      const resolution = { ...year, resolution_number: "合〔2027〕1 号", resolved_on: "2026-11-21" }

      it("is seen before it is resolved, resolved once, and owed to each member", async () => {
        const preview = await own.post("/seller/patronage/preview", year)
        expect(preview).toMatchObject({ distributable_fen: 8_000_00, refusal: null })
        await own.post("/seller/patronage", resolution)
        const { data } = await refusalOf(own.post("/seller/patronage", resolution))
        expect(data.code).toBe("patronage_resolved")
        const { receipts } = await modules
          .receipts(container)
          .standing({ seller_id: scene.apples.sellerId, channel: "patronage_refund", limit: 200 })
        const total = receipts.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
        expect(total).toBe(8_000_00)
        const { shares } = await own.get("/seller/patronage?year=2026")
        expect(shares).toEqual(preview.shares)
      })

      it.each([
        [{ by_volume_basis_points: 5_999 }, "patronage_ratio_too_low"],
        [{ reserves_fen: 10_000_00 }, "patronage_surplus_missing"],
        [{ year: 2019 }, "patronage_volume_missing"],
      ])("is refused with %j", async (change, code) => {
        const { status, data } = await refusalOf(
          own.post("/seller/patronage", { ...resolution, ...change }),
        )
        expect([status, data.code]).toEqual([400, code])
      })
    })
  },
})
