import type { MedusaContainer } from "@medusajs/framework/types"
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
import { appointOperator, type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

const applesFen = 6800 + 1200
/** 5 % of the goods, and 6 % of that, rounded to the nearest fen. */
const commissionFen = 340
const taxFen = 20

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk
    let heldBefore: number
    let sellerId: string

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      sellerId = scene.apples.sellerId
      await employ(container, sellerId, "clerk.apples@test.local")
      await appointOperator(container, "operator@test.local")
    })
    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.apples@test.local")
      heldBefore = await modules.connect(container).heldByPlatform("cny")
    })

    /** An order of one pack of apples; answers its consignment. */
    async function sale() {
      const stage = { api, shop: scene.shop, bank, utils, container }
      const wanted = [{ variantId: scene.apples.variantId, quantity: 1 }]
      const { orderId, intentId } = await paidOrder(stage, wanted)
      const consignment = (await consignmentsBySeller(container, orderId)).get(sellerId)!
      return { orderId, intentId, consignment, sellerFen: applesFen - commissionFen - taxFen }
    }

    /** The seller opens its account and hands everything in on the provider's page. */
    async function onboard() {
      const { url } = await clerk.post("/seller/payouts/account", {})
      const account = (await modules.connect(container).accountOfSeller(sellerId))!
      await bank.ask("POST", `accounts/${account.account_id}/onboard`, { outcome: "complete" })
      await eventually(
        utils,
        async () =>
          (await modules.connect(container).accountOfSeller(sellerId))?.status === "active",
      )
      // The sandbox remembers the account of an earlier test by the seller's name.
      const held = () => modules.connect(container).heldIn(account.account_id, "cny")
      const before = await held()
      return { url, sent: async () => (await held()) - before }
    }

    /** What the provider did not answer for in time is taken by a run after it. */
    const untilSent = (sent: () => Promise<number>, fen: number) =>
      eventually(utils, async () => {
        if ((await sent()) !== fen) await runPayouts(container)
        return (await sent()) === fen
      })
    const standing = () => modules.ledger(container).sellerBalance(sellerId)
    const refund = (consignmentId: string, amount_fen: number) =>
      clerk.post(`/seller/consignments/${consignmentId}/refund`, { amount_fen, reason: "坏果" })

    it("opens an account on the provider's page, and says what it can do", async () => {
      expect((await clerk.get("/seller/payouts")).account).toBeNull()
      const { url } = await onboard()
      expect(url).toMatch(/^http/)
      const page = await clerk.get("/seller/payouts")
      expect(page.account).toMatchObject({ status: "active", country: "HK" })
      const mainland = await refusalOf(clerk.post("/seller/payouts/account", { country: "CN" }))
      expect(mainland.status).toBe(400)
    })

    it("pays a consignment when its days are over, once, and shows it", async () => {
      const { sent } = await onboard()
      const { consignment, sellerFen } = await sale()
      expect((await runPayouts(container)).paid).toEqual([])
      await deliveredDaysAgo(container, consignment.id, 6)
      expect((await runPayouts(container)).paid).toEqual([])
      await deliveredDaysAgo(container, consignment.id, 8)
      const operator = await signIn(api, "user", "operator@test.local")
      const { paid } = await operator.post("/admin/payouts/run")
      expect(paid).toMatchObject([{ seller_id: sellerId, transfer_fen: sellerFen }])
      await runPayouts(container)
      expect(await sent()).toBe(sellerFen)
      expect(await standing()).toEqual({ payable_fen: 0, receivable_fen: 0 })
      await expectSound(container, heldBefore)
      const page = await clerk.get("/seller/payouts")
      expect(page.payouts).toMatchObject([{ status: "paid", transfer_fen: sellerFen }])
      const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
      const statement = await clerk.get(`/seller/statements?month=${month}`)
      expect(statement).toMatchObject({ opening_fen: 0, closing_fen: 0 })
      expect(statement.entries).toHaveLength(2)
      expect(statement.rows).toMatchObject([
        { row: "goods", amount_fen: 6800 },
        { row: "freight", amount_fen: 1200 },
        { row: "commission", amount_fen: -commissionFen, rate_basis_points: 500 },
        { row: "commission_tax", amount_fen: -taxFen, rate_basis_points: 600 },
        { row: "payouts", amount_fen: -sellerFen },
      ])
    })

    it("keeps the money of a seller without an account, and says so", async () => {
      const { consignment, sellerFen } = await sale()
      await deliveredDaysAgo(container, consignment.id, 30)
      const { waiting } = await runPayouts(container)
      expect(waiting).toEqual([{ seller_id: sellerId, reason: "no_account", due_fen: sellerFen }])
      expect((await standing()).payable_fen).toBe(sellerFen)
    })

    it("takes a refund after the payout back from its transfer", async () => {
      const { sent } = await onboard()
      const { consignment, sellerFen } = await sale()
      await deliveredDaysAgo(container, consignment.id, 8)
      await runPayouts(container)
      await refund(consignment.id, applesFen / 2)
      await untilSent(sent, sellerFen / 2)
      expect(await standing()).toEqual({ payable_fen: 0, receivable_fen: 0 })
      await expectSound(container, heldBefore)
      await refund(consignment.id, applesFen / 2)
      await untilSent(sent, 0)
      await expectSound(container, heldBefore)
    })

    it("takes back in the next run what the provider did not answer for", async () => {
      const { sent } = await onboard()
      const first = await sale()
      await deliveredDaysAgo(container, first.consignment.id, 8)
      await runPayouts(container)
      await bank.ask("POST", "faults", {
        mode: "error_before",
        route: "POST /v1/transfers/:id/reversals",
        times: 20,
      })
      await bank.holdWebhooks()
      await refund(first.consignment.id, 1000)
      await bank.ask("DELETE", "faults")
      expect((await standing()).receivable_fen).toBeGreaterThan(0)
      await bank.tellWebhooks()
      const second = await sale()
      await deliveredDaysAgo(container, second.consignment.id, 8)
      await runPayouts(container)
      expect(await standing()).toEqual({ payable_fen: 0, receivable_fen: 0 })
      const book = await fundsBook(container)
      // Of both an eighth comes back, as 1000 fen of 8000 do; a half fen stays: 42 and 2.
      const [commission, tax] = [2 * commissionFen - 42, 2 * taxFen - 2]
      expect(-book.of("commission_income")).toBe(commission)
      expect(-book.of("commission_tax")).toBe(tax)
      expect(await sent()).toBe(2 * applesFen - 1000 - commission - tax)
      await expectSound(container, heldBefore)
    })

    it("sends once though the answer was lost, and finishes what it left open", async () => {
      const { sent } = await onboard()
      const { consignment, sellerFen } = await sale()
      await deliveredDaysAgo(container, consignment.id, 8)
      await bank.ask("POST", "faults", {
        mode: "timeout_after",
        route: "POST /v1/transfers",
        times: 3,
      })
      const { failed } = await runPayouts(container)
      expect(failed).toHaveLength(1)
      const [open] = await modules.payouts(container).listPayouts({ status: "open" })
      expect(open?.last_error).toBeTruthy()
      await bank.ask("DELETE", "faults")
      const operator = await signIn(api, "user", "operator@test.local")
      await operator.post(`/admin/payouts/${open!.id}/retry`)
      await Promise.all([runPayouts(container), runPayouts(container)])
      expect(await sent()).toBe(sellerFen)
      const { payouts } = await operator.get("/admin/payouts")
      expect(payouts).toMatchObject([{ status: "paid", last_error: null }])
      await expectSound(container, heldBefore)
    })

    it("shows each seller its own money only", async () => {
      await sale()
      await employ(container, scene.pomegranates.sellerId, "clerk.pomegranates@test.local")
      const other = await signIn(api, "member", "clerk.pomegranates@test.local")
      const page = await other.get("/seller/payouts")
      expect(page).toMatchObject({ balance: { payable_fen: 0 }, upcoming: [], payouts: [] })
    })
  },
})
