import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { runPayouts } from "../../src/workflows/payouts/run-payouts"
import { refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import {
  consignmentsBySeller,
  expectSound,
  fundsBook,
  paidOrder,
  deliveredDaysAgo,
} from "../support/money"
import { useSandbox } from "../support/sandbox"
import { type Scene, setScene } from "../support/scene"
import { appointOperator, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

const applesFen = 6800 + 1200

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let scene: Scene
    let container: MedusaContainer
    let heldBefore: number
    let orderId: string
    let consignmentId: string
    let disputeId: string

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await appointOperator(container, "operator@test.local")
      await employ(container, scene.apples.sellerId, "clerk.apples@test.local")
    })
    beforeEach(async () => {
      container = getContainer()
      heldBefore = await modules.connect(container).heldByPlatform("cny")
      const stage = { api, shop: scene.shop, bank, utils, container }
      const wanted = [{ variantId: scene.apples.variantId, quantity: 1 }]
      const order = await paidOrder(stage, wanted)
      orderId = order.orderId
      const parts = await consignmentsBySeller(container, orderId)
      consignmentId = parts.get(scene.apples.sellerId)!.id
      const { charge_id } = await modules.connect(container).movementsOf(order.intentId)
      await bank.ask("POST", `charges/${charge_id}/dispute`, { reason: "product_not_received" })
      await untilReserved(applesFen)
      const [dispute] = await modules.payouts(container).listPaymentDisputes({ order_id: orderId })
      disputeId = dispute!.dispute_id
    })

    async function untilReserved(fen: number) {
      await eventually(
        utils,
        async () => (await fundsBook(container)).of("dispute_reserve") === fen,
      )
      await utils.waitWorkflowExecutions()
    }

    /** The sandbox's bank decides by what the evidence says, as Stripe's test mode does. */
    async function answer(text: "winning_evidence" | "losing_evidence") {
      const response = await fetch(`${bank.base}/v1/disputes/${disputeId}`, {
        method: "POST",
        headers: { authorization: `Bearer ${process.env.STRIPE_API_KEY}` },
        body: new URLSearchParams({ "evidence[uncategorized_text]": text, submit: "true" }),
      })
      expect(response.ok).toBe(true)
      await untilReserved(0)
    }

    const row = async () =>
      (await modules.payouts(container).listPaymentDisputes({ dispute_id: disputeId }))[0]!

    it("holds the money: no payout, no refund, and the operator sees until when to answer", async () => {
      await deliveredDaysAgo(container, consignmentId, 30)
      expect((await runPayouts(container)).waiting).toEqual([])
      const clerk = await signIn(api, "member", "clerk.apples@test.local")
      const body = { amount_fen: 1, reason: "x" }
      const refused = await refusalOf(
        clerk.post(`/seller/consignments/${consignmentId}/refund`, body),
      )
      expect(refused.data.code).toBe("refund_disputed")
      const operator = await signIn(api, "user", "operator@test.local")
      const { disputes } = await operator.get("/admin/payouts/disputes")
      expect(disputes).toMatchObject([
        { order_id: orderId, status: "open", amount_fen: applesFen, closed_at: null },
      ])
      expect(Date.parse(disputes[0].evidence_due_at)).toBeGreaterThan(Date.now())
      await expectSound(container, heldBefore)
    })

    /** What moved the attribution of the order's lines, as the journal names it. */
    const kinds = async () => {
      const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { rows } = await sql.raw(
        "select distinct kind from ledger_cause where order_id = ? and book = 'attribution' order by kind",
        [orderId],
      )
      return (rows as { kind: string }[]).map(({ kind }) => kind)
    }

    it("gives the money back when the dispute is won", async () => {
      const before = await modules.ledger(container).sellerBalance(scene.apples.sellerId)
      await answer("winning_evidence")
      await eventually(utils, async () => (await row()).status === "won")
      expect(await modules.ledger(container).sellerBalance(scene.apples.sellerId)).toEqual(before)
      expect((await modules.ledger(container).effectOfOrder(orderId)).goods_fen).toBe(6800)
    })

    it("takes the sale back from seller and households when it is lost", async () => {
      await answer("losing_evidence")
      expect((await row()).status).toBe("lost")
      expect(await modules.ledger(container).sellerBalance(scene.apples.sellerId)).toEqual({
        payable_fen: 0,
        receivable_fen: 0,
      })
      const book = await fundsBook(container)
      expect(book.of("commission_income")).toBe(0)
      expect(book.of("commission_tax")).toBe(0)
      await eventually(
        utils,
        async () => (await modules.ledger(container).effectOfOrder(orderId)).goods_fen === 0,
      )
      expect(await kinds()).toEqual(["capture", "chargeback"])
      await expectSound(container, heldBefore)
    })
  },
})
