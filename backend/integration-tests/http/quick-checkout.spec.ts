import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { buyer, refusalOf, told } from "../support/buyer"
import { password, type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

const address = {
  first_name: "周敏",
  phone: "13800138000",
  country_code: "cn",
  province: "北京市",
  city: "北京市",
  address_2: "朝阳区",
  address_1: "测试路 1 号",
}
const totalFen = 2 * 6800 + 5900 + 1200 + 800

type Parcel = { seller_id: string; shipping_option_id: string }

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      scene = await setScene(getContainer())
    })
    beforeEach(() => {
      container = getContainer()
    })
    afterEach(async () => {
      await utils.waitWorkflowExecutions()
    })

    const shop = () => buyer(api, scene.shop)
    const wanted = () => [
      { variantId: scene.apples.variantId, quantity: 2 },
      { variantId: scene.pomegranates.variantId, quantity: 1 },
    ]

    async function send(path: string, body: object, token?: string) {
      const { headers } = shop().settings
      const signed = token ? { ...headers, authorization: `Bearer ${token}` } : headers
      // Medusa's runner hands out axios without its types.
      const answer = (await told(api.post(path, body, { headers: signed }))) as { data: any }
      return answer.data
    }
    const addLine = (body: object, token?: string) => send("/store/checkout/lines", body, token)
    const checkOut = (body: object, token?: string) => send("/store/checkout", body, token)

    async function filled(token?: string): Promise<string> {
      let cart_id: string | undefined
      for (const { variantId, quantity } of wanted()) {
        ;({ cart_id } = await addLine({ cart_id, variant_id: variantId, quantity }, token))
      }
      return cart_id!
    }

    /** Each seller's first option, as the page offers it. */
    async function parcelsOf(cartId: string): Promise<Parcel[]> {
      const { parcels } = await shop().get(`/store/carts/${cartId}/parcels`)
      return (parcels as { seller: { id: string }; options: { id: string }[] }[]).map(
        ({ seller, options }) => ({ seller_id: seller.id, shipping_option_id: options[0]!.id }),
      )
    }

    async function formOf(cart_id: string, email = "buyer@test.local") {
      return { cart_id, email, shipping_address: address, parcels: await parcelsOf(cart_id) }
    }

    async function cartOf(id: string) {
      const { cart } = await shop().get(`/store/carts/${id}?fields=+items.metadata,+customer_id`)
      return cart
    }

    /** What a buyer, and Medusa after them, can tell two carts apart by; rows have no order. */
    async function looksOf(id: string) {
      const cart = await cartOf(id)
      const told = pick(cart, /total$|^(email|currency_code|region_id|sales_channel_id|metadata)$/)
      return {
        ...told,
        items: said(cart.items),
        shipping_methods: said(cart.shipping_methods),
        shipping_address: without(cart.shipping_address, /^(id|.*_at)$/),
      }
    }

    async function signIn(email: string): Promise<{ token: string; id: string }> {
      const credentials = { email, password }
      const { token: first } = await send("/auth/customer/emailpass/register", credentials)
      const { customer } = await send("/store/customers", { email }, first)
      const { token } = await send("/auth/customer/emailpass", credentials)
      return { token, id: customer.id }
    }

    describe("a prepared cart", () => {
      it.each([
        ["of a buyer who is known", "buyer@test.local"],
        ["of a new buyer", "new.buyer@test.local"],
      ])("%s equals the one that Medusa's own calls make", async (_whose, email) => {
        const stock = await shop().fill(wanted())
        await shop().post(`/store/carts/${stock}`, { email })
        await shop().ship(stock)
        const ours = await filled()
        expect(await checkOut(await formOf(ours, email))).toEqual({
          cart_id: ours,
          total_fen: totalFen,
          payment_session: null,
        })
        expect(await looksOf(ours)).toEqual(await looksOf(stock))
        await shop().pay(ours)
        expect((await shop().complete(ours)).type).toBe("order")
      })

      it("is the same one after a second press, and takes a new address", async () => {
        const cartId = await filled()
        await shop().fill(wanted())
        const form = await formOf(cartId)
        await checkOut(form)
        const shipping_address = { ...address, address_1: "测试路 2 号" }
        const { total_fen } = await checkOut({ ...form, shipping_address })
        const cart = await cartOf(cartId)
        expect(total_fen).toBe(totalFen)
        expect(cart.shipping_methods).toHaveLength(2)
        expect(cart.shipping_address.address_1).toBe("测试路 2 号")
      })

      it("has today's price, not the one that its goods were put in at", async () => {
        await shop().fill(wanted())
        const cartId = await filled()
        await reprice(scene.apples.variantId, 70)
        const { total_fen } = await checkOut(await formOf(cartId))
        expect(total_fen).toBe(totalFen + 2 * 200)
      })
    })

    async function reprice(variantId: string, amount: number) {
      const pricing = container.resolve(Modules.PRICING)
      const query = container.resolve("query")
      const { data } = await query.graph({
        entity: "variant",
        fields: ["price_set.prices.id", "price_set.id"],
        filters: { id: variantId },
      })
      const [{ price_set }] = data as unknown as [
        { price_set: { id: string; prices: { id: string }[] } },
      ]
      await pricing.updatePriceSets(price_set.id, {
        prices: [{ id: price_set.prices[0]!.id, amount, currency_code: "cny" }],
      })
    }

    describe("a customer's cart", () => {
      it("is theirs from the first goods on, and stays theirs", async () => {
        const { token, id } = await signIn("lin@test.local")
        const cartId = await filled(token)
        expect((await cartOf(cartId)).customer_id).toBe(id)
        await checkOut(await formOf(cartId, "lin@test.local"), token)
        expect(await cartOf(cartId)).toMatchObject({ customer_id: id, email: "lin@test.local" })
        // As with Medusa's own route: who knows the cart may change where the letter goes, not whose it is.
        await checkOut(await formOf(cartId, "friend@test.local"))
        expect((await cartOf(cartId)).customer_id).toBe(id)
      })

      it("may have been filled before they signed in", async () => {
        const cartId = await filled()
        const { token, id } = await signIn("chen@test.local")
        const { total_fen } = await checkOut(await formOf(cartId, "chen@test.local"), token)
        expect(total_fen).toBe(totalFen)
        expect((await cartOf(cartId)).customer_id).toBe(id)
      })
    })

    describe("refuses", () => {
      it("a cart that is not there, or is an order", async () => {
        const line = { variant_id: scene.apples.variantId, quantity: 1 }
        const cartId = await filled()
        const form = await formOf(cartId)
        await checkOut(form)
        await shop().pay(cartId)
        await shop().complete(cartId)
        const refusals = [
          await refusalOf(addLine({ ...line, cart_id: "cart_none" })),
          await refusalOf(checkOut({ ...form, cart_id: "cart_none" })),
          await refusalOf(addLine({ ...line, cart_id: cartId })),
          await refusalOf(checkOut(form)),
        ]
        expect(refusals.map(({ status, data }) => [status, data.code])).toEqual([
          [404, "cart_unknown"],
          [404, "cart_unknown"],
          [400, "cart_completed"],
          [400, "cart_completed"],
        ])
      })

      it("freight of another seller, and one seller's freight twice", async () => {
        await shop().fill(wanted())
        const form = await formOf(await filled())
        const [first, second] = form.parcels as [Parcel, Parcel]
        const swapped = { ...first, shipping_option_id: second.shipping_option_id }
        for (const parcels of [
          [swapped, second],
          [first, first],
        ]) {
          const { status, data } = await refusalOf(checkOut({ ...form, parcels }))
          expect([status, data.code]).toEqual([400, "parcel_option_invalid"])
        }
      })

      it("a country that the region does not send to", async () => {
        await shop().fill(wanted())
        const form = await formOf(await filled())
        const shipping_address = { ...address, country_code: "us" }
        const { status, data } = await refusalOf(checkOut({ ...form, shipping_address }))
        expect([status, data.type]).toEqual([400, "invalid_data"])
      })

      it.each([
        { quantity: 0 },
        { quantity: 1.5 },
        { quantity: "2" },
        { quantity: 10_000 },
        { unit_price: 1 },
        { metadata: { price: 1 } },
        { sales_channel_id: "sc_other" },
        { variant_id: "v".repeat(61) },
      ])("goods with %j", async (change) => {
        const line = { variant_id: scene.apples.variantId, quantity: 1, ...change }
        const { status, data } = await refusalOf(addLine(line))
        expect([status, data.type]).toEqual([400, "invalid_data"])
      })

      it("a form with more in it than an address and freight", async () => {
        const form = await formOf(await filled())
        const [parcel] = form.parcels
        for (const change of [
          { total_fen: 1 },
          { customer_id: "cus_other" },
          { metadata: {} },
          { email: "no email" },
          { parcels: [] },
          { parcels: Array(51).fill(parcel) },
          { parcels: [{ ...parcel, amount: 0 }] },
          { shipping_address: { ...address, id: "caaddr_other" } },
          { shipping_address: { ...address, metadata: { note: "x" } } },
          { shipping_address: { ...address, address_1: "x".repeat(201) } },
        ]) {
          const { status, data } = await refusalOf(checkOut({ ...form, ...change }))
          expect([change, status, data.type]).toEqual([change, 400, "invalid_data"])
        }
        expect((await cartOf(form.cart_id)).shipping_methods).toEqual([])
      })

      it("a request without a shop's key, or with one of two channels", async () => {
        const line = { variant_id: scene.apples.variantId, quantity: 1 }
        expect(await refusalOf(told(api.post("/store/checkout/lines", line)))).toMatchObject({
          status: 400,
        })
        const { result } = await createSalesChannelsWorkflow(container).run({
          input: { salesChannelsData: [{ name: "批发" }] },
        })
        const [key] = await container
          .resolve(Modules.API_KEY)
          .listApiKeys({ token: scene.shop.publishableKey })
        await linkSalesChannelsToApiKeyWorkflow(container).run({
          input: { id: key!.id, add: [result[0]!.id] },
        })
        expect((await refusalOf(addLine(line))).data.code).toBe("sales_channel_unclear")
      })
    })
  },
})

type Row = Record<string, unknown>

const said = (rows: object[]) =>
  rows.map((row) => JSON.stringify(without(row, /^(id|cart_id|.*_at)$/))).sort()

function pick(row: object, wanted: RegExp): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.test(name)))
}

function without(row: object, left: RegExp): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => !left.test(name) && !isNested(value)),
  )
}

/** The product and variant behind a line are the same ones; only the line itself is compared. */
function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null
}
