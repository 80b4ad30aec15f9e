import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { useSandbox } from "../support/sandbox"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

const applesFen = 6800 + 1200
const returnUrl = "http://localhost:4321/checkout/return"

type Payment = {
  state: string
  method: string | null
  amount_fen: number
  order_id: string | null
  error: { code: string; message: string } | null
  redirect_url: string | null
  qr: { data: string } | null
  client_secret: string | null
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      scene = await setScene(getContainer())
    })
    beforeEach(() => {
      container = getContainer()
    })

    const shop = () => buyer(api, scene.shop)

    async function readyCart(quantity = 1): Promise<string> {
      const { fill, ship } = shop()
      const cartId = await fill([{ variantId: scene.apples.variantId, quantity }])
      await ship(cartId)
      return cartId
    }

    const open = async (cartId: string, method = "alipay"): Promise<Payment> =>
      (await shop().post(`/store/carts/${cartId}/payment`, { method, return_url: returnUrl }))
        .payment
    const look = async (cartId: string): Promise<Payment> =>
      (await shop().get(`/store/carts/${cartId}/payment`)).payment

    const intentOf = ({ client_secret }: Payment) => String(client_secret).split("_secret_")[0]!

    async function ordersOf(cartId: string): Promise<string[]> {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "order_cart",
        fields: ["order_id"],
        filters: { cart_id: cartId },
      })
      return (data as { order_id: string }[]).map(({ order_id }) => order_id)
    }

    async function untilState(cartId: string, state: string): Promise<Payment> {
      await eventually(utils, async () => (await look(cartId)).state === state)
      return await look(cartId)
    }

    async function expectBooked(orderId: string, goodsFen: number) {
      await eventually(
        utils,
        async () => (await modules.ledger(container).effectOfOrder(orderId)).is_posted,
      )
      const consignments = await modules.consignments(container).listOfOrder(orderId)
      expect(consignments.reduce((sum, { goods_fen }) => sum + goods_fen, 0)).toBe(goodsFen)
    }

    async function refundedOf(payment: Payment): Promise<number> {
      const { latest_charge } = await bank.read<{ latest_charge: string | null }>(
        `payment_intents/${intentOf(payment)}`,
      )
      if (!latest_charge) return 0
      const charge = await bank.read<{ amount_refunded: number }>(`charges/${latest_charge}`)
      return charge.amount_refunded
    }

    it("makes an order of a cart whose buyer paid by Alipay and never came back", async () => {
      const cartId = await readyCart()
      const payment = await open(cartId)
      expect(payment).toMatchObject({ state: "open", method: "alipay", amount_fen: applesFen })
      expect(payment.redirect_url).toContain("/hosted/alipay/")
      await bank.decide(intentOf(payment), "approve")
      const { order_id } = await untilState(cartId, "placed")
      expect(await ordersOf(cartId)).toEqual([order_id])
      await expectBooked(order_id!, 6800)
    })

    it("makes one order when the buyer and the provider come at the same moment", async () => {
      const cartId = await readyCart()
      const payment = await open(cartId, "wechat_pay")
      expect(payment.qr?.data).toMatch(/\S/)
      await bank.decide(intentOf(payment), "approve")
      const answers = await Promise.all([1, 2, 3].map(() => shop().complete(cartId)))
      const { order_id } = await untilState(cartId, "placed")
      expect(answers.map(({ order }) => order?.id)).toEqual([order_id, order_id, order_id])
      expect(await ordersOf(cartId)).toEqual([order_id])
    })

    it("answers a cart whose payment waits for its buyer with the cart", async () => {
      const cartId = await readyCart()
      await open(cartId, "wechat_pay")
      const { type, error } = await shop().complete(cartId)
      expect([type, error.type]).toEqual(["cart", "payment_requires_more_error"])
      expect((await look(cartId)).state).toBe("open")
    })

    it("opens one payment however often the button is pressed, and another for another way", async () => {
      const cartId = await readyCart()
      const [first, second] = await Promise.all([open(cartId), open(cartId)])
      expect(intentOf(second)).toBe(intentOf(first))
      const other = await open(cartId, "wechat_pay")
      expect(intentOf(other)).not.toBe(intentOf(first))
      const left = await bank.read<{ status: string }>(`payment_intents/${intentOf(first)}`)
      expect(left.status).toBe("canceled")
    })

    it("says why a payment was declined, and takes the next one", async () => {
      const cartId = await readyCart()
      await bank.decide(intentOf(await open(cartId)), "decline")
      const declined = await untilState(cartId, "declined")
      expect(declined.error?.code).toBe("wallet_payment_refused")
      await bank.decide(intentOf(await open(cartId, "wechat_pay")), "approve")
      await untilState(cartId, "placed")
    })

    it("gives the money back when the goods were gone by then, and lets the buyer go on", async () => {
      const units = await unitsLeft()
      const late = await readyCart()
      const payment = await open(late)
      const quick = await readyCart(units)
      await bank.decide(intentOf(await open(quick, "wechat_pay")), "approve")
      await untilState(quick, "placed")

      await bank.decide(intentOf(payment), "approve")
      const refunded = await untilState(late, "refunded")
      expect(refunded).toMatchObject({ amount_fen: applesFen, error: { code: "stock_short" } })
      expect(await refundedOf(payment)).toBe(applesFen)
      expect(await ordersOf(late)).toEqual([])

      expect((await refusalOf(shop().complete(late))).data.code).toBe("stock_short")
      expect(await look(late)).toMatchObject({ state: "refunded", error: { code: "stock_short" } })
    })

    /** The buyer gives a payment up, the provider does not hear of it, and it is paid after all. */
    async function payWhatWasLeft(forget: string[] = []): Promise<Payment> {
      const cartId = await readyCartOfPomegranates()
      const left = await open(cartId)
      await bank.ask("POST", "faults", {
        mode: "error_before",
        route: "POST /v1/payment_intents/:id/cancel",
        times: 3,
      })
      const session = await sessionOf(cartId)
      const payments = container.resolve("payment")
      await payments.deletePaymentSession(session).catch(() => undefined)
      await bank.ask("DELETE", "faults")
      const query = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await query.raw("delete from payment_session where id = ?", [session])
      for (const table of forget) {
        await query.raw(`delete from ${table} where reference = ?`, [session])
      }
      await bank.decide(intentOf(left), "approve")
      return left
    }

    it("gives back what was paid for a payment that its buyer has left", async () => {
      const left = await payWhatWasLeft()
      await eventually(utils, async () => (await refundedOf(left)) === 5900 + 800)
    })

    it("leaves money alone that was never asked for here", async () => {
      const left = await payWhatWasLeft(["provider_call"])
      await eventually(utils, async () => (await eventsDone("payment_intent.succeeded")) === 1)
      expect(await refundedOf(left)).toBe(0)
    })

    /** As a process leaves it that dies between Medusa's row and the bank's answer. */
    async function leaveUnopened(sessionId: string) {
      const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await sql.raw("update payment_session set data = data - 'id' - 'session_id' where id = ?", [
        sessionId,
      ])
    }

    it("takes a payment that was never opened for none, and lets its buyer pay", async () => {
      const cartId = await readyCartOfPomegranates()
      await open(cartId, "card")
      const unopened = await sessionOf(cartId)
      await leaveUnopened(unopened)
      expect(await look(cartId)).toMatchObject({ state: "none", order_id: null })
      const { type, error } = await shop().complete(cartId)
      expect([type, error.type]).toEqual(["cart", "payment_requires_more_error"])
      const paid = await open(cartId)
      expect(await sessionOf(cartId)).not.toBe(unopened)
      await bank.decide(intentOf(paid), "approve")
      await untilState(cartId, "placed")
    })

    it("finds the payment that was made beside one that was never opened", async () => {
      const cartId = await readyCartOfPomegranates()
      const paid = await open(cartId)
      const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await sql.raw(
        `insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data,
                context, status, payment_collection_id, created_at)
         select id || '_u', currency_code, amount, raw_amount, provider_id, '{"method":"card"}',
                context, 'pending', payment_collection_id, created_at - interval '1 minute'
           from payment_session where id = ?`,
        [await sessionOf(cartId)],
      )
      await bank.decide(intentOf(paid), "approve")
      const { order_id } = await untilState(cartId, "placed")
      await expectBooked(order_id!, 5900)
    })

    it.each([
      [{ method: "bitcoin" }, "invalid_data"],
      [{ method: "alipay", return_url: "https://evil.example/" }, "not_allowed"],
      [{ method: "alipay", amount: 1 }, "invalid_data"],
    ])("refuses %j", async (body, type) => {
      const cartId = await readyCartOfPomegranates()
      const { status, data } = await refusalOf(shop().post(`/store/carts/${cartId}/payment`, body))
      expect([status, data.type]).toEqual([400, type])
    })

    async function readyCartOfPomegranates(): Promise<string> {
      const { fill, ship } = shop()
      const cartId = await fill([{ variantId: scene.pomegranates.variantId, quantity: 1 }])
      await ship(cartId)
      return cartId
    }

    async function sessionOf(cartId: string): Promise<string> {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "cart",
        fields: ["payment_collection.payment_sessions.id"],
        filters: { id: cartId },
      })
      const [cart] = data as unknown as {
        payment_collection: { payment_sessions: { id: string }[] }
      }[]
      return cart!.payment_collection.payment_sessions[0]!.id
    }

    async function eventsDone(type: string): Promise<number> {
      const query = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { rows } = await query.raw(
        "select id from webhook_event where type = ? and status in ('done', 'ignored')",
        [type],
      )
      return rows.length
    }

    async function unitsLeft(): Promise<number> {
      const stock = await modules.lots(container).listVariantStock([scene.apples.variantId])
      const taken = await modules.lots(container).listLotAllocations({ state: "allocated" })
      const units = taken
        .filter(({ variant_id }) => variant_id === scene.apples.variantId)
        .reduce((sum, { units }) => sum + units, 0)
      return stock[0]!.stocked_units - units
    }
  },
})
