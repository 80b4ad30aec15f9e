import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { opens, signKey } from "../../src/api/signed-link"
import { buyer, refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

describe("signed keys", () => {
  const now = new Date("2026-11-22T02:00:00Z")
  const { token, expires_at } = signKey("order", "order_1", now)
  const changed = token.slice(0, -2) + (token.endsWith("AA") ? "BB" : "AA")

  it("open what they were made for, until they run out", () => {
    expect(expires_at).toBe("2027-11-22T02:00:00.000Z")
    expect(opens("order", "order_1", token, now)).toBe(true)
    expect(opens("order", "order_1", token, new Date("2027-11-22T02:00:01Z"))).toBe(false)
  })

  it.each([
    ["another order", "order", "order_2", token],
    ["another kind of thing", "cart", "order_1", token],
    ["a later end than was signed", "order", "order_1", `zzzzzzz.${token.split(".")[1]}`],
    ["a changed signature", "order", "order_1", changed],
    ["something after it", "order", "order_1", `${token}.x`],
    ["an empty text", "order", "order_1", ""],
    ["no text", "order", "order_1", undefined],
    ["two headers", "order", "order_1", [token, token]],
  ] as const)("do not open %s", (_name, subject, id, sent) => {
    expect(opens(subject, id, sent, now)).toBe(false)
  })
})

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    beforeAll(async () => {
      scene = await setScene(getContainer())
    })

    const shop = () => buyer(api, scene.shop)
    const buyApples = () => shop().buy([{ variantId: scene.apples.variantId, quantity: 1 }])
    const headers = (own: object) => ({
      headers: { ...shop().settings.headers, ...own },
    })

    async function linkOf({ orderId, cartId }: { orderId: string; cartId: string }) {
      const path = `/store/orders/${orderId}/link`
      const { data } = await api.get(path, headers({ "x-cart-id": cartId }))
      return (data as { link: { token: string } }).link.token
    }

    it("shows an order, its parcels and its effect to who has its link, and to nobody else", async () => {
      const order = await buyApples()
      const other = await buyApples()
      const token = await linkOf(order)
      for (const part of ["", "/consignments", "/effect"]) {
        const path = `/store/orders/${order.orderId}${part}`
        expect((await api.get(path, headers({ "x-order-key": token }))).status).toBe(200)
        for (const key of ["", `${token}x`, await linkOf(other)]) {
          const { status, data } = await refusalOf(api.get(path, headers({ "x-order-key": key })))
          expect([status, data.code]).toEqual([404, "order_unknown"])
        }
      }
    })

    it("gives no link to a stranger", async () => {
      const { orderId } = await buyApples()
      const { status } = await refusalOf(api.get(`/store/orders/${orderId}/link`, headers({})))
      expect(status).toBe(404)
    })

    it("tells of a payment only with the key that fits its cart, when one is sent", async () => {
      const { cartId } = await buyApples()
      const path = `/store/carts/${cartId}/payment`
      const fits = signKey("cart", cartId, new Date()).token
      expect((await api.get(path, headers({ "x-cart-key": fits }))).status).toBe(200)
      const forged = signKey("cart", "cart_other", new Date()).token
      const { status, data } = await refusalOf(api.get(path, headers({ "x-cart-key": forged })))
      expect([status, data.code]).toEqual([404, "cart_unknown"])
    })

    it("finds an order by number, email and telephone, and only by all three", async () => {
      const { orderId, cartId } = await buyApples()
      const { data } = await api.get(`/store/orders/${orderId}`, headers({ "x-cart-id": cartId }))
      const { display_id } = (data as { order: { display_id: number } }).order
      const right = { display_id, email: "Buyer@test.local ", phone_last4: "8000" }
      const found = await shop().post("/store/orders/lookup", right)
      expect(found.order.id).toBe(orderId)
      const shown = await api.get(
        `/store/orders/${orderId}`,
        headers({ "x-order-key": found.order.token }),
      )
      expect(shown.status).toBe(200)
      const wrong = [
        { ...right, phone_last4: "8001" },
        { ...right, email: "someone@test.local" },
        { ...right, phone_last4: "0000" },
        { ...right, phone_last4: "1111" },
        { ...right, phone_last4: "2222" },
      ]
      for (const body of wrong) {
        const refusal = await refusalOf(shop().post("/store/orders/lookup", body))
        expect([refusal.status, refusal.data.code]).toEqual([404, "order_unknown"])
      }
      const { status, data: said } = await refusalOf(shop().post("/store/orders/lookup", right))
      expect([status, said.code]).toEqual([429, "lookup_too_often"])
    })

    it.each([{ display_id: "1" }, { display_id: 1, email: "a@b.c", phone_last4: "80" }])(
      "refuses to look for %j",
      async (body) => {
        expect((await refusalOf(shop().post("/store/orders/lookup", body))).status).toBe(400)
      },
    )
  },
})
