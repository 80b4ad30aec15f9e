import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { shipConsignmentWorkflow } from "@shangxing/marketplace/workflows"
import type { OrderConsignmentsResponse } from "@shangxing/marketplace/types/http"

import { modules } from "../../src/gather/modules"
import { buyer, refusalOf } from "../support/buyer"
import { password, type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let orderId: string
    let cartId: string

    beforeAll(async () => {
      scene = await setScene(getContainer())
    })

    beforeEach(async () => {
      container = getContainer()
      const order = await buyer(api, scene.shop).buy([
        { variantId: scene.apples.variantId, quantity: 2 },
        { variantId: scene.pomegranates.variantId, quantity: 1 },
      ])
      orderId = order.orderId
      cartId = order.cartId
      await utils.waitWorkflowExecutions()
    })

    type Headers = { "x-cart-id"?: string; authorization?: string }

    async function consignments(headers: Headers) {
      const { settings } = buyer(api, scene.shop)
      const { data } = await api.get(`/store/orders/${orderId}/consignments`, {
        headers: { ...settings.headers, ...headers },
      })
      return (data as OrderConsignmentsResponse).consignments
    }

    const own = async () => await consignments({ "x-cart-id": cartId })

    it("shows the buyer each seller's parcel with its freight and the lots of its lines", async () => {
      const parcels = await own()
      expect(parcels).toHaveLength(2)
      const apples = parcels.find(({ seller }) => seller.handle === "yanyuan-apples")
      expect(apples).toEqual({
        id: expect.any(String),
        seller: { handle: "yanyuan-apples", name_zh: "盐源苹果合作社", name_en: "yanyuan-apples" },
        status: "awaiting_shipment",
        carrier: null,
        tracking_number: null,
        shipped_at: null,
        delivered_at: null,
        delivery_due_at: null,
        claims_until: null,
        shipping_option_name: "普通快递",
        shipping_option_name_en: "Parcel",
        goods_fen: 2 * 6800,
        shipping_fen: 1200,
        total_fen: 2 * 6800 + 1200,
        refunded_fen: 0,
        lines: [
          {
            line_item_id: expect.any(String),
            title: "盐源苹果合作社的货",
            variant_title: "5 斤装",
            unit_weight_g: 2500,
            thumbnail: null,
            quantity: 2,
            goods_fen: 2 * 6800,
            refunded_fen: 0,
            lots: [
              {
                code: scene.apples.lotCode,
                trace_path: `/01/09521234000013/10/${scene.apples.lotCode}`,
              },
            ],
          },
        ],
      })
    })

    it("leads from each line to a lot that the shop can trace", async () => {
      const parcels = await own()
      const paths = parcels.flatMap(({ lines }) => lines.flatMap(({ lots }) => lots))
      expect(paths).toHaveLength(2)
      for (const { trace_path } of paths) {
        const [, gtin, lot] = /^\/01\/(.+)\/10\/(.+)$/.exec(trace_path)!
        const { status } = await api.get(
          `/store/lots/${gtin}/${lot}`,
          buyer(api, scene.shop).settings,
        )
        expect(status).toBe(200)
      }
    })

    it("tells how a parcel travels once it is sent, and leaves the other waiting", async () => {
      const rows = await modules.consignments(container).listOfOrder(orderId)
      const { id, seller_id } = rows.find((row) => row.seller_id === scene.apples.sellerId)!
      await shipConsignmentWorkflow(container).run({
        input: {
          consignment_id: id,
          seller_id,
          carrier: "顺丰速运",
          tracking_number: "SF100200300",
        },
      })
      await utils.waitWorkflowExecutions()
      const parcels = await own()
      expect(parcels.find((parcel) => parcel.id === id)).toMatchObject({
        status: "shipped",
        carrier: "顺丰速运",
        tracking_number: "SF100200300",
        shipped_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      })
      expect(parcels.find((parcel) => parcel.id !== id)).toMatchObject({
        status: "awaiting_shipment",
        tracking_number: null,
      })
    })

    it("answers 404 to everyone but the buyer", async () => {
      const stranger: Headers = await customer("stranger@test.local")
      for (const headers of [{}, { "x-cart-id": "cart_of_another" }, stranger]) {
        expect(await refusalOf(consignments(headers))).toMatchObject({
          status: 404,
          data: { code: "order_unknown" },
        })
      }
    })

    async function customer(email: string) {
      const { settings } = buyer(api, scene.shop)
      const credentials = { email, password }
      const { data: registered } = await api.post("/auth/customer/emailpass/register", credentials)
      await api.post(
        "/store/customers",
        { email },
        { headers: { ...settings.headers, authorization: `Bearer ${registered.token}` } },
      )
      const { data } = await api.post("/auth/customer/emailpass", credentials)
      return { authorization: `Bearer ${data.token}` }
    }
  },
})
