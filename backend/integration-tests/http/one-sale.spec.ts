import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { HouseholdListResponse } from "@shangxing/attribution/types/books"
import type { OverviewResponse } from "@shangxing/attribution/types/overview"
import { importHouseholdsWorkflow } from "@shangxing/provenance/workflows"

import { gatherEntries } from "../../src/gather/household-entries"
import bookMissedPayments from "../../src/jobs/book-missed-payments"
import { bookPayment } from "../../src/workflows/book-payment"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { password, type Scene, setScene } from "../support/scene"
import { modules } from "../../src/gather/modules"

jest.setTimeout(180_000)

const goodsFen = 2 * 6800 + 5900
const freightFen = 1200 + 800
/** All that Jest would fake beside the date: the app goes on working. */
const TIMERS = [
  ...(["hrtime", "nextTick", "performance", "queueMicrotask"] as const),
  ...(["setImmediate", "clearImmediate", "setInterval", "clearInterval"] as const),
  ...(["setTimeout", "clearTimeout"] as const),
]

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let orderId: string
    let cartId: string

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
    })

    beforeEach(async () => {
      container = getContainer()
      const order = await buyer(api, scene.shop).buy([
        { variantId: scene.apples.variantId, quantity: 2 },
        { variantId: scene.pomegranates.variantId, quantity: 1 },
      ])
      orderId = order.orderId
      cartId = order.cartId
      await untilBooked(orderId)
    })

    const ledger = () => modules.ledger(container)
    const consignments = () => modules.consignments(container)

    async function payments() {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "order",
        fields: ["payment_collections.payments.*"],
        filters: { id: orderId },
      })
      const collections = (data[0]?.payment_collections ?? []) as unknown as {
        payments: { id: string; amount: number; captured_at: Date | null }[]
      }[]
      return collections.flatMap((collection) => collection.payments)
    }

    /** The books are right when the events have been worked off. */
    const untilBooked = (id: string) =>
      eventually(utils, async () => (await ledger().effectOfOrder(id)).is_posted)

    async function refund(amount: number) {
      const [payment] = await payments()
      await refundPaymentWorkflow(container).run({
        input: { payment_id: payment!.id, amount },
      })
      await bookPayment(container, payment!.id)
    }

    const householdAmounts = async () => {
      const month = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" })
        .format(new Date())
        .slice(0, 7)
      return await ledger().householdAmounts("51", month)
    }

    it("makes one order, one payment and two consignments whose shares sum to the payment", async () => {
      const paid = await payments()
      expect(paid).toHaveLength(1)
      expect(paid[0]).toMatchObject({ amount: (goodsFen + freightFen) / 100 })
      expect(paid[0]!.captured_at).not.toBeNull()

      const parts = await consignments().listOfOrder(orderId)
      expect(parts.map(({ seller_id }) => seller_id).sort()).toEqual(
        [scene.apples.sellerId, scene.pomegranates.sellerId].sort(),
      )
      const balances = await consignments().balancesOf(parts.map(({ id }) => id))
      const captured = parts.map(({ id }) => balances[id]!.captured_fen)
      expect(captured.sort((a, b) => b - a)).toEqual([2 * 6800 + 1200, 5900 + 800])
    })

    it("attributes the net goods value to the fen, and no freight", async () => {
      const effect = await ledger().effectOfOrder(orderId)
      expect(effect.goods_fen).toBe(goodsFen)
      expect(effect.enrolled_fen + effect.other_fen + effect.unattributed_fen).toBe(goodsFen)
      expect(effect.unattributed_fen).toBe(0)
      expect(effect.household_count).toBe(7)
      expect(effect.enrolled_household_count).toBe(5)
    })

    it("leaves every household at zero after a partial and then the full refund", async () => {
      await refund(33.33)
      const between = await ledger().effectOfOrder(orderId)
      expect(between.goods_fen).toBeLessThan(goodsFen)
      expect(between.enrolled_fen + between.other_fen).toBe(between.goods_fen)

      await refund((goodsFen + freightFen) / 100 - 33.33)
      const amounts = await householdAmounts()
      expect(amounts.filter(({ amount_fen }) => amount_fen !== 0)).toEqual([])
      expect(await ledger().effectOfOrder(orderId)).toMatchObject({
        goods_fen: 0,
        enrolled_fen: 0,
        other_fen: 0,
      })
    })

    it("posts nothing when the capture's event is delivered again", async () => {
      const before = await ledger().listLedgerTransactions({ order_id: orderId })
      expect(before.length).toBeGreaterThan(0)
      const [payment] = await payments()
      await bookPayment(container, payment!.id)
      await bookPayment(container, payment!.id)
      const after = await ledger().listLedgerTransactions({ order_id: orderId })
      expect(after).toHaveLength(before.length)
    })

    it("books by the sweeper what an event has missed, and books nothing twice", async () => {
      const [payment] = await payments()
      await container.resolve(Modules.PAYMENT).refundPayment({ payment_id: payment!.id, amount: 1 })
      await bookMissedPayments(container)
      const effect = await ledger().effectOfOrder(orderId)
      expect(effect.goods_fen).toBeLessThan(goodsFen)
      await bookMissedPayments(container)
      expect(await ledger().effectOfOrder(orderId)).toEqual(effect)
    })

    it("answers the same order when the cart is completed again", async () => {
      const again = await buyer(api, scene.shop).complete(cartId)
      expect(again.order.id).toBe(orderId)
      expect(await consignments().listOfOrder(orderId)).toHaveLength(2)
    })

    it("shows each official exactly the households of the own subtree", async () => {
      const yanyuan = await official("official.yanyuan@test.local")
      const list: HouseholdListResponse = await yanyuan(
        "/official/households/list?benefit=attributed",
      )
      const enrolled = list.households.filter(({ is_enrolled }) => is_enrolled)
      const ids = enrolled.map(({ id }) => id).sort()
      expect(ids).toEqual(["hh_yy1", "hh_yy2", "hh_yy3"])
      const first = enrolled[0]!
      const { entries, total_fen } = await yanyuan(`/official/households/${first.id}/entries`)
      expect(total_fen).toBe(first.attributed_fen)
      expect(entries[0]).toMatchObject({ order_id: orderId, lot_code: scene.apples.lotCode })

      const liangshan = await official("official.liangshan@test.local")
      const { indicators, rows } = (await liangshan("/official/overview")) as OverviewResponse
      expect(indicators.find(({ key }) => key === "net_sales")?.value).toBe(goodsFen)
      expect(rows.map(({ division }) => division.code)).toEqual(
        expect.arrayContaining(["513423", "513402"]),
      )
    })

    it("shows a household's status of the day in Shanghai, while it is yesterday in Greenwich", async () => {
      const village_code = scene.apples.seed.villageCode
      const person = { registry_key: "DEMO-hh_yy4", head_name: "阿木测试", head_count: 4 }
      const since = { valid_from: "2026-03-01", document_number: "补-3" }
      const statuses = [{ label_zh: "脱贫户", is_enrolled: true, ...since }]
      await importHouseholdsWorkflow(container).run({
        input: { households: [{ ...person, village_code, statuses }] },
      })
      jest.useFakeTimers({ now: new Date("2026-02-28T17:00:00Z"), doNotFake: TIMERS })
      const page = { offset: 0, limit: 1 }
      const { household } = await gatherEntries(
        container,
        { id: "hh_yy4", village_code },
        page,
      ).finally(() => jest.useRealTimers())
      expect(household.status_label_zh).toBe("脱贫户")
    })

    it("answers 404 to an official of another county, and to a household of another county", async () => {
      const aksu = await official("official.aksu@test.local")
      for (const path of [
        "/official/households/list?division=513423",
        "/official/overview?division=5134",
        "/official/households/hh_yy1/entries",
      ]) {
        expect(await refusalOf(aksu(path))).toMatchObject({ status: 404 })
      }
      expect(await refusalOf(api.get("/official/households/list"))).toMatchObject({ status: 401 })
    })

    it("shows an order to its buyer only", async () => {
      const { settings } = buyer(api, scene.shop)
      expect(await refusalOf(api.get(`/store/orders/${orderId}`, settings))).toMatchObject({
        status: 404,
        data: { code: "order_unknown" },
      })
      const headers = { ...settings.headers, "x-cart-id": cartId }
      const { data } = await api.get(`/store/orders/${orderId}/effect`, { headers })
      expect(data.effect).toMatchObject({ is_posted: true, goods_fen: goodsFen })
    })

    async function official(email: string) {
      const { data } = await api.post("/auth/official/emailpass", { email, password })
      const headers = { authorization: `Bearer ${data.token}` }
      return async (path: string) => (await api.get(path, { headers })).data
    }
  },
})
