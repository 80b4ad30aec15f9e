import type { MedusaContainer } from "@medusajs/framework/types"
import { attributeRefundWorkflow } from "@shangxing/attribution/workflows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { env } from "../../src/env"
import { modules } from "../../src/gather/modules"
import accrueMissedRebates from "../../src/jobs/accrue-missed-rebates"
import earnClosedSales from "../../src/jobs/earn-closed-sales"
import oweMissedDeliveries from "../../src/jobs/owe-missed-deliveries"
import { agreementOf } from "../support/agreement"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { consignmentsBySeller, deliveredDaysAgo } from "../support/money"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

type Receipt = {
  id: string
  household_id: string
  amount_fen: number
  state: string
  channel: string
  arose_on: string
  delivery_id: string
}
type Row = { household_id: string; standing: string; paid_fen: number }

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
    afterEach(async () => {
      await utils.waitWorkflowExecutions()
    })

    const receiptsOf = async (query = "", desk = own): Promise<Receipt[]> =>
      (await desk.get(`/seller/receipts?limit=200&${query}`)).receipts
    const receiptOf = async (household: string) => (await receiptsOf(`household=${household}`))[0]!
    const pay = (ids: string[], change: object = {}) =>
      own.post("/seller/receipts/pay", {
        receipt_ids: ids,
        paid_on: "2026-11-20",
        via: "bank",
        evidence: "回单 0710",
        ...change,
      })
    const byCode = (ids: string[], code: string) =>
      own.post("/seller/receipts/confirm", { via: "household_code", receipt_ids: ids, code })

    describe("paying", () => {
      it("names what is due first, what is late, and sums the desk", async () => {
        const due = await receiptsOf("state=due&order=due")
        const { sums } = await own.get("/seller/receipts/desk")
        expect(sums.due.count).toBe(due.length)
        expect(sums.overdue).toEqual({
          count: (await receiptsOf("state=overdue")).length,
          amount_fen: expect.any(Number),
        })
        await pay([due[0]!.id])
        const after = (await own.get("/seller/receipts/desk")).sums
        expect(after.paid).toEqual({ count: 1, amount_fen: due[0]!.amount_fen })
      })

      it.each([
        ["a day to come", { paid_on: "2999-01-01" }, "receipt_day_future"],
        [
          "a photo of elsewhere",
          { photo_url: "https://evil.example/x.jpg" },
          "receipt_photo_foreign",
        ],
        ["nothing to show", { evidence: "" }, undefined],
      ])("is refused with %s", async (_what, change, code) => {
        const { id } = await receiptOf("hh_yy1")
        const { status, data } = await refusalOf(pay([id], change))
        expect([status, code ? data.code : undefined]).toEqual([400, code])
      })

      it("keeps the photo of the slip with the receipt", async () => {
        const { id } = await receiptOf("hh_yy1")
        const photo_url = `${env.BACKEND_URL}/uploads/slip.jpg`
        await pay([id], { evidence: undefined, photo_url })
        const { receipt, facts } = await own.get(`/seller/receipts/${id}`)
        expect(receipt.state).toBe("paid")
        expect(facts).toEqual([
          expect.objectContaining({ kind: "paid", photo_url, recorded_by: "李秀英" }),
        ])
        const { status, data } = await refusalOf(other.get(`/seller/receipts/${id}`))
        expect([status, data.code]).toEqual([404, "receipt_unknown"])
      })
    })

    describe("the household's own code", () => {
      const setCode = (household: string) =>
        own.post(`/seller/households/${household}/code`, { code: "4092", witness: "阿说站长" })

      it("confirms what was paid, for its own household", async () => {
        await setCode("hh_yy1")
        const { id } = await receiptOf("hh_yy1")
        await pay([id])
        await byCode([id], "4092")
        const { receipt, facts } = await own.get(`/seller/receipts/${id}`)
        expect(receipt).toMatchObject({ state: "received", confirmed_via: "household_code" })
        expect(facts.map(({ kind }: { kind: string }) => kind)).toEqual(["paid", "confirmed"])
      })

      it.each([
        ["is wrong", "hh_yy1", "1593", true, "household_code_wrong"],
        ["was never set", "hh_yy2", "4092", true, "household_code_unset"],
        ["comes before the money", "hh_yy1", "4092", false, "receipt_not_paid"],
      ])("is refused when it %s", async (_what, household, code, isPaid, refusal) => {
        await setCode("hh_yy1")
        const { id } = await receiptOf(household)
        if (isPaid) await pay([id])
        const { status, data } = await refusalOf(byCode([id], code))
        expect([status, data.code]).toEqual([400, refusal])
      })

      it("speaks for no other household", async () => {
        await setCode("hh_yy1")
        const ids = [(await receiptOf("hh_yy1")).id, (await receiptOf("hh_yy2")).id]
        await pay(ids)
        const { data } = await refusalOf(byCode(ids, "4092"))
        expect(data.code).toBe("receipt_households_mixed")
      })
    })

    describe("statements", () => {
      const periodOf = async () => (await receiptOf("hh_yy1")).arose_on.slice(0, 7)
      const rowsOf = async (period: string): Promise<Row[]> =>
        (await own.get(`/seller/receipts/statements?period=${period}`)).households

      it("show who has not seen theirs, log the print, and carry the money in words", async () => {
        const period = await periodOf()
        const before = await rowsOf(period)
        expect(new Set(before.map(({ standing }) => standing))).toEqual(new Set(["unseen"]))
        const { id, amount_fen } = await receiptOf("hh_yy1")
        await pay([id])
        const print = { period, phone: "0834-000 0017" }
        const { batch_id, household_ids } = await own.post("/seller/receipts/statements", print)
        expect(household_ids).toHaveLength(before.length)
        const sheets = await own.get(`/seller/receipts/statements/sheets?batch=${batch_id}`)
        const sheet = sheets.statements.find(({ household_id }: Row) => household_id === "hh_yy1")
        expect(sheets.phone).toBe("0834-000 0017")
        expect(sheet).toMatchObject({ paid_fen: amount_fen, open_fen: 0, open_words: "零元" })
        expect(sheet.paid_words).toMatch(/元/)
        expect(sheet.lines[0]).toMatchObject({
          state: "paid",
          goods: { product_kind: "apple", grade: "一级" },
        })
        expect(new Set((await rowsOf(period)).map(({ standing }) => standing))).toEqual(
          new Set(["printed"]),
        )
        const { data } = await refusalOf(own.post("/seller/receipts/statements", { period }))
        expect(data.code).toBe("statement_unknown")
        const refused = await refusalOf(
          other.get(`/seller/receipts/statements/sheets?batch=${batch_id}`),
        )
        expect([refused.status, refused.data.code]).toEqual([404, "statement_unknown"])
      })

      it("says that a household agrees once it confirmed, and disagrees while it disputes", async () => {
        const period = await periodOf()
        const { id } = await receiptOf("hh_yy1")
        const standing = async () =>
          (await rowsOf(period)).find(({ household_id }) => household_id === "hh_yy1")?.standing
        await pay([id])
        await own.post("/seller/receipts/confirm", {
          receipt_ids: [id],
          confirmed_on: "2026-11-21",
          via: "signed_sheet",
          evidence: "签收表 12 号",
        })
        expect(await standing()).toBe("agreed")
        await own.post(`/seller/receipts/${id}/facts`, { act: "dispute", note: "少了十斤" })
        expect(await standing()).toBe("disputed")
      })
    })

    describe("a rebate by agreement", () => {
      const rebates = () => receiptsOf("channel=rebate")
      const standing = async () =>
        (await rebates()).map(({ state, amount_fen }) => `${state} ${amount_fen}`).sort()

      /** ¥0.20 a kilogram to hh_yy1 and hh_yy2, on apples that were bought, shipped and not claimed. */
      async function sellUnderAgreement() {
        const { agreement } = await own.post("/seller/agreements", agreementOf("返利〔2026〕1 号"))
        await own.post(`/seller/agreements/${agreement.id}/publish`, {
          effective_from: "2026-01-01",
        })
        const wanted = [{ variantId: scene.apples.variantId, quantity: 3 }]
        const { orderId } = await buyer(api, scene.shop).buy(wanted)
        await eventually(
          utils,
          async () => (await modules.ledger(container).effectOfOrder(orderId)).is_posted,
        )
        const consignments = await consignmentsBySeller(container, orderId)
        const consignment = consignments.get(scene.apples.sellerId)!
        await deliveredDaysAgo(container, consignment.id, 8)
        return consignment
      }

      it("is owed when the sale is earned, once, and not a day before", async () => {
        await sellUnderAgreement()
        await accrueMissedRebates(container)
        expect(await rebates()).toEqual([])
        await earnClosedSales(container)
        const owed = await rebates()
        // 7.5 kg were sold; the two households' parts of the lot are 50 % and 16.67 %.
        expect(
          owed.map(({ household_id, amount_fen }) => [household_id, amount_fen]).sort(),
        ).toEqual([
          ["hh_yy1", 75],
          ["hh_yy2", 25],
        ])
        await Promise.all([accrueMissedRebates(container), accrueMissedRebates(container)])
        expect(await rebates()).toHaveLength(2)
      })

      it("is lowered by a refund where it is unpaid, and is no clerk's to void", async () => {
        const consignment = await sellUnderAgreement()
        await earnClosedSales(container)
        const first = (await rebates()).find(({ household_id }) => household_id === "hh_yy1")!
        const { data } = await refusalOf(
          own.post(`/seller/receipts/${first.id}/facts`, { act: "void", note: "记错了" }),
        )
        expect(data.code).toBe("receipt_follows_sale")
        await pay([first.id])
        const [line] = await modules
          .consignments(container)
          .listConsignmentLines({ consignment_id: consignment.id })
        await attributeRefundWorkflow(container).run({
          input: {
            refund_id: "ref_whole",
            order_id: consignment.order_id,
            refunded_at: new Date().toISOString(),
            lines: [{ line_item_id: line!.line_item_id, refunded_goods_fen_total: 3 * 6800 }],
          },
        })
        await accrueMissedRebates(container)
        expect(await standing()).toEqual(["paid 75", "voided 25"])
      })
    })
  },
})
