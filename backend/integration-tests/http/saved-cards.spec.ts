import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { useSandbox } from "../support/sandbox"
import { password, type Scene, setScene } from "../support/scene"
import { signIn } from "../support/staff"

jest.setTimeout(180_000)

type Cards = { id: string; brand: string; last4: string; exp_month: number; exp_year: number }[]
const returnUrl = "http://localhost:4321/checkout/return"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
    })
    beforeEach(() => {
      container = getContainer()
    })

    /** A customer of its own, signed in, with the calls of its browser. */
    async function customer(email: string) {
      const publishable = { "x-publishable-api-key": scene.shop.publishableKey }
      const registered = await api.post("/auth/customer/emailpass/register", { email, password })
      const authorization = `Bearer ${registered.data.token}`
      await api.post("/store/customers", { email }, { headers: { ...publishable, authorization } })
      const { headers } = await signIn(api, "customer", email)
      const config = { headers: { ...publishable, ...headers } }
      const cards = async () =>
        (await api.get("/store/customers/me/cards", config)).data.cards as Cards
      return { config, cards }
    }

    /** A filled cart whose payment is opened in this way. */
    async function open(config: object, wish: object) {
      const { fill, ship } = buyer(api, scene.shop)
      const cartId = await fill([{ variantId: scene.apples.variantId, quantity: 1 }])
      await ship(cartId)
      const body = { method: "card", return_url: returnUrl, ...wish }
      const { data } = await api.post(`/store/carts/${cartId}/payment`, body, config)
      return { cartId, payment: data.payment as { state: string; client_secret: string } }
    }

    /** What the browser does with Stripe's own script. */
    const typeCard = async ({ client_secret }: { client_secret: string }) => {
      const intentId = client_secret.split("_secret_")[0]!
      const answer = await fetch(`${bank.base}/v1/payment_intents/${intentId}/confirm`, {
        method: "POST",
        headers: { authorization: `Bearer ${process.env.STRIPE_API_KEY}` },
        body: new URLSearchParams({ payment_method: "pm_card_visa", return_url: returnUrl }),
      })
      expect(answer.ok).toBe(true)
    }

    const keepOne = async (email: string) => {
      const who = await customer(email)
      const { payment, cartId } = await open(who.config, { save_card: true })
      await typeCard(payment)
      await buyer(api, scene.shop).complete(cartId)
      return who
    }

    it("keeps a card that its buyer wants kept, and pays with it the next time", async () => {
      const { config, cards } = await keepOne("keeps@test.local")
      const [card] = await cards()
      expect(card).toMatchObject({ brand: "visa", last4: "4242", exp_month: 12, exp_year: 2034 })
      const { payment, cartId } = await open(config, { payment_method: card!.id })
      expect(payment.state).toBe("paid")
      expect((await buyer(api, scene.shop).complete(cartId)).type).toBe("order")
    })

    it("makes an order of a saved card's payment whose answer was lost with its process", async () => {
      const { config, cards } = await keepOne("unlucky@test.local")
      const [card] = await cards()
      await bank.holdWebhooks()
      const { cartId } = await open(config, { payment_method: card!.id })
      const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await sql.raw(
        `update payment_session set status = 'pending', data = data - 'id' - 'session_id'
          where payment_collection_id in (select payment_collection_id
                  from cart_payment_collection where cart_id = ?)`,
        [cartId],
      )
      await bank.tellWebhooks()
      const look = async () => (await api.get(`/store/carts/${cartId}/payment`, config)).data
      await eventually(utils, async () => (await look()).payment.state === "placed")
    })

    it("keeps none that nobody asked to keep, and opens anew when the wish changes", async () => {
      const { config, cards } = await customer("forgets@test.local")
      const { payment, cartId } = await open(config, {})
      const body = { method: "card", return_url: returnUrl }
      const pay = async (wish: object) =>
        (await api.post(`/store/carts/${cartId}/payment`, { ...body, ...wish }, config)).data
          .payment.client_secret as string
      expect(await pay({})).toBe(payment.client_secret)
      expect(await pay({ save_card: true })).not.toBe(payment.client_secret)
      await typeCard({ client_secret: await pay({}) })
      expect(await cards()).toEqual([])
    })

    it("lets go of a card, once, and of nobody else's", async () => {
      const { config, cards } = await keepOne("owner@test.local")
      const [card] = await cards()
      const path = `/store/customers/me/cards/${card!.id}`
      const stranger = await keepOne("stranger@test.local")
      const theirs = await refusalOf(
        api.request({ method: "DELETE", url: path, ...stranger.config }),
      )
      expect([theirs.status, theirs.data.code]).toEqual([404, "card_not_found"])
      const used = await refusalOf(open(stranger.config, { payment_method: card!.id }))
      expect(used.status).toBe(400)
      await api.request({ method: "DELETE", url: path, ...config })
      expect(await cards()).toEqual([])
      const again = await refusalOf(api.request({ method: "DELETE", url: path, ...config }))
      expect(again.status).toBe(404)
    })

    it("leaves guests as they were", async () => {
      const { settings } = buyer(api, scene.shop)
      const { payment } = await open(settings, { save_card: true })
      await typeCard(payment)
      expect((await refusalOf(api.get("/store/customers/me/cards", settings))).status).toBe(401)
    })
  },
})
