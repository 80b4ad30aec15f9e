import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { bookOrderPayments } from "../../src/workflows/book-payment"
import { followChargeRefunded } from "../../src/workflows/payment/follow-refund"
import { refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { consignmentsBySeller, expectReconciled, expectSound, paidOrder } from "../support/money"
import { useSandbox } from "../support/sandbox"
import { type Scene, setScene } from "../support/scene"
import { appointOperator, type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

const applesFen = 6800 + 1200
const pomegranatesFen = 5900 + 800

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.apples@test.local")
      await appointOperator(container, "operator@test.local")
    })

    let clerk: Desk
    let orderId: string
    let intentId: string
    let apples: string
    let pomegranates: string
    let heldBefore: number

    beforeEach(async () => {
      container = getContainer()
      heldBefore = await modules.connect(container).heldByPlatform("cny")
      clerk = await signIn(api, "member", "clerk.apples@test.local")
      const stage = { api, shop: scene.shop, bank, utils, container }
      const order = await paidOrder(stage, [
        { variantId: scene.apples.variantId, quantity: 1 },
        { variantId: scene.pomegranates.variantId, quantity: 1 },
      ])
      orderId = order.orderId
      intentId = order.intentId
      const parts = await consignmentsBySeller(container, orderId)
      apples = parts.get(scene.apples.sellerId)!.id
      pomegranates = parts.get(scene.pomegranates.sellerId)!.id
    })

    const refund = (amount_fen: number, more: object = {}) =>
      clerk.post(`/seller/consignments/${apples}/refund`, {
        amount_fen,
        reason: "三个果子坏了",
        ...more,
      })
    const refundedOf = async (id: string) =>
      (await modules.consignments(container).balancesOf([id]))[id]!.refunded_fen
    const atStripe = async () => await modules.connect(container).movementsOf(intentId)
    const expectOrderReconciled = () => expectReconciled(container, utils, orderId)

    it("books a sale with the provider's fee, and the clearing account is what Stripe holds", async () => {
      await expectSound(container, heldBefore)
      expect(await modules.ledger(container).sellerBalance(scene.apples.sellerId)).toMatchObject({
        receivable_fen: 0,
      })
      await expectOrderReconciled()
    })

    it("tells what a refund will do before it is made, and does just that", async () => {
      const path = `/seller/consignments/${apples}/refund/preview`
      const [line] = await modules
        .consignments(container)
        .listConsignmentLines({ consignment: { id: apples } })
      const lines = [{ line_item_id: line!.line_item_id, grams: 300 }]
      const { preview } = await clerk.post(path, { lines })
      const before = await modules.ledger(container).sellerBalance(scene.apples.sellerId)
      await refund(preview.amount_fen, { lines: preview.lines })
      const after = await modules.ledger(container).sellerBalance(scene.apples.sellerId)
      expect(before.payable_fen - after.payable_fen).toBe(preview.seller_fen)
      expect(preview.amount_fen).toBe(Math.round((6800 * 300) / line!.unit_weight_g))
      const rest = (await clerk.post(path, { whole: true })).preview
      expect(rest).toMatchObject({ amount_fen: preview.left_fen, left_fen: 0 })
      const many = [{ line_item_id: line!.line_item_id, pieces: 2 }]
      const over = await refusalOf(clerk.post(path, { lines: many }))
      expect([over.status, over.data.code]).toEqual([400, "claim_over_sold"])
    })

    it("charges one seller's claim to that seller alone", async () => {
      await refund(1234)
      expect(await refundedOf(apples)).toBe(1234)
      expect(await refundedOf(pomegranates)).toBe(0)
      expect((await atStripe()).refunded_minor).toBe(1234)
      await expectOrderReconciled()
    })

    it("makes a refund once that is asked for twice under one name, also at a time", async () => {
      const request_id = "7d1f0f8e-0001"
      const answers = await Promise.all([1, 2, 3].map(() => refund(500, { request_id })))
      expect(new Set(answers.map(({ refund_id }) => refund_id)).size).toBe(1)
      expect((await atStripe()).refunded_minor).toBe(500)
    })

    it("never refunds more than the seller's share, in parts or at once", async () => {
      await refund(applesFen - 1)
      const over = await refusalOf(refund(2))
      expect([over.status, over.data.code]).toEqual([400, "refund_over_share"])
      const answers = await Promise.allSettled([refund(1), refund(1), refund(1)])
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect(await refundedOf(apples)).toBe(applesFen)
      expect((await atStripe()).refunded_minor).toBe(applesFen)
      await expectOrderReconciled()
    })

    it("answers 404 for another seller's consignment, and 400 for an amount that is none", async () => {
      const theirs = `/seller/consignments/${pomegranates}/refund`
      const other = await refusalOf(clerk.post(theirs, { amount_fen: 1, reason: "x" }))
      expect([other.status, other.data.code]).toEqual([404, "consignment_not_found"])
      expect((await refusalOf(refund(0.5))).status).toBe(400)
    })

    it("cancels before shipping: the money goes back, and the packs to the shelf", async () => {
      await clerk.post(`/seller/consignments/${apples}/cancel`, { reason: "没有货了" })
      await clerk.post(`/seller/consignments/${apples}/cancel`, { reason: "没有货了" })
      expect(await refundedOf(apples)).toBe(applesFen)
      const left = await modules
        .lots(container)
        .listLotAllocations({ order_id: orderId, variant_id: scene.apples.variantId })
      expect(left.map(({ state }) => state)).toEqual(["released"])
      expect((await atStripe()).refunded_minor).toBe(applesFen)
      await expectOrderReconciled()
      const ship = { carrier: "中国邮政", tracking_number: "9876543210" }
      const late = await refusalOf(clerk.post(`/seller/consignments/${apples}/ship`, ship))
      expect(late.data.code).toBe("consignment_cancelled")
    })

    it("corrects Medusa and the books when the bank sends a refund back, and refunds anew", async () => {
      await refund(2000)
      const [made] = (await atStripe()).refunds
      await bank.ask("POST", `refunds/${made!.id}/fail`)
      await eventually(utils, async () => (await refundedOf(apples)) === 0)
      await expectOrderReconciled()
      await refund(2000)
      expect(await refundedOf(apples)).toBe(2000)
      expect((await atStripe()).refunded_minor).toBe(2000)
      await expectOrderReconciled()
    })

    it("takes no refund for failed that came while the books were being brought up to date", async () => {
      const service = modules.consignments(container)
      const sources = service.refundSources.bind(service)
      // Whoever is the first to ask: this booking, or one that an event has woken.
      const overtaken = new Promise<void>((resolve) => {
        jest.spyOn(service, "refundSources").mockImplementationOnce(async (id) => {
          await refund(777)
          setTimeout(resolve, 1000)
          return await sources(id)
        })
      })
      await Promise.all([bookOrderPayments(container, orderId), overtaken])
      await utils.waitWorkflowExecutions()
      expect(await refundedOf(apples)).toBe(777)
      await expectOrderReconciled()
    })

    it("notices a refund that was made in Stripe's dashboard, once", async () => {
      const body = new URLSearchParams({ payment_intent: intentId, amount: "1470" })
      const headers = { authorization: `Bearer ${process.env.STRIPE_API_KEY}` }
      const answer = await fetch(`${bank.base}/v1/refunds`, { method: "POST", headers, body })
      expect(answer.ok).toBe(true)
      await eventually(
        utils,
        async () => (await refundedOf(apples)) + (await refundedOf(pomegranates)) === 1470,
      )
      await followChargeRefunded(container, intentId)
      expect((await atStripe()).refunded_minor).toBe(1470)
      expect(await refundedOf(apples)).toBe(Math.round((1470 * applesFen) / 14_700))
      await expectOrderReconciled()
    })

    it("refunds no fraction of a fen: Medusa would keep it, and the bank and the books can't", async () => {
      const operator = await signIn(api, "user", "operator@test.local")
      const { order } = await operator.get(
        `/admin/orders/${orderId}?fields=payment_collections.payments.id`,
      )
      const path = `/admin/payments/${order.payment_collections[0].payments[0].id}/refund`
      expect(await refusalOf(operator.post(path, { amount: 49 / 3 }))).toMatchObject({
        status: 400,
        data: { code: "amount_not_whole" },
      })
      expect((await atStripe()).refunded_minor).toBe(0)
      await operator.post(path, { amount: 16.33 })
      expect((await atStripe()).refunded_minor).toBe(1633)
      await bookOrderPayments(container, orderId)
      await expectOrderReconciled()
    })

    it("keeps the clearing account at what the provider holds, whatever was refunded", async () => {
      await refund(777)
      const operator = await signIn(api, "user", "operator@test.local")
      const path = `/admin/consignments/${pomegranates}/refund`
      await operator.post(path, { amount_fen: pomegranatesFen, reason: "全部退款" })
      await bookOrderPayments(container, orderId)
      await expectOrderReconciled()
      const { payments } = await operator.get("/admin/ledger/reconciliation?limit=5")
      expect(payments[0]).toMatchObject({ order_id: orderId, differences: [] })
      await expectSound(container, heldBefore)
    })
  },
})
