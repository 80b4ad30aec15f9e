import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { buyer, refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene

    beforeAll(async () => {
      scene = await setScene(getContainer())
    })

    it("lets a stock storefront buy from one seller without knowing of consignments", async () => {
      const { get, buy } = buyer(api, scene.shop)
      const { products } = await get(`/store/products?handle=yanyuan-apples`)
      const [product] = products as { variants: { id: string }[] }[]
      const { orderId } = await buy([{ variantId: product!.variants[0]!.id, quantity: 1 }])
      expect(orderId).toMatch(/^order_/)
    })

    it("answers 404 for a county that is not in the registry", async () => {
      const { settings } = buyer(api, scene.shop)
      expect(await refusalOf(api.get("/store/counties/999999", settings))).toMatchObject({
        status: 404,
        data: { code: "county_unknown" },
      })
    })

    it("names the seller whose shipping method is missing, and places no order", async () => {
      const { fill, pay, post, get, complete } = buyer(api, scene.shop)
      const cartId = await fill([
        { variantId: scene.apples.variantId, quantity: 1 },
        { variantId: scene.pomegranates.variantId, quantity: 1 },
      ])
      const { parcels } = await get(`/store/carts/${cartId}/parcels`)
      const apples = parcels.find((p: any) => p.seller.id === scene.apples.sellerId)
      await post(`/store/carts/${cartId}/shipping-methods`, { option_id: apples.options[0].id })
      await pay(cartId)
      const refusal = await refusalOf(complete(cartId))
      expect(refusal.data).toMatchObject({ code: "parcel_shipping_missing" })
      expect(refusal.data.message).toContain("会理石榴合作社")
    })

    it("refuses more than a line's stock", async () => {
      const { fill } = buyer(api, scene.shop)
      const refusal = await refusalOf(fill([{ variantId: scene.apples.variantId, quantity: 21 }]))
      expect(refusal.status).toBe(400)
      expect(["insufficient_inventory", "stock_short"]).toContain(refusal.data.code)
    })

    it.each([
      ["a negative quantity", { quantity: -1 }],
      ["a fractional quantity", { quantity: 1.5 }],
      ["a quantity of zero", { quantity: 0 }],
      ["a price of the buyer's own", { quantity: 1, unit_price: 1 }],
    ])("refuses %s", async (_, body) => {
      const { post } = buyer(api, scene.shop)
      const { cart } = await post("/store/carts", { region_id: scene.shop.regionId })
      const line = { variant_id: scene.apples.variantId, ...body }
      const refusal = await refusalOf(post(`/store/carts/${cart.id}/line-items`, line))
      expect(refusal.status).toBe(400)
    })
  },
})
