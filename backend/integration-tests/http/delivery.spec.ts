import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { shipConsignmentWorkflow } from "@shangxing/marketplace/workflows"

import { modules } from "../../src/gather/modules"
import deliverSilentParcels from "../../src/jobs/deliver-silent-parcels"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { consignmentsBySeller } from "../support/money"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let orderId: string
    let cartId: string
    let apples: string

    beforeAll(async () => {
      scene = await setScene(getContainer())
    })
    beforeEach(async () => {
      container = getContainer()
      const wanted = [scene.apples, scene.pomegranates].map(({ variantId }) => ({
        variantId,
        quantity: 1,
      }))
      ;({ cartId, orderId } = await buyer(api, scene.shop).buy(wanted))
      apples = (await consignmentsBySeller(container, orderId)).get(scene.apples.sellerId)!.id
    })
    // The next test has a database of its own: what is told late would find it closed.
    afterEach(async () => {
      await utils.waitWorkflowExecutions()
    })

    const ship = async () => {
      await shipConsignmentWorkflow(container).run({
        input: {
          consignment_id: apples,
          seller_id: scene.apples.sellerId,
          carrier: "中国邮政",
          tracking_number: "9876543210",
        },
      })
      await utils.waitWorkflowExecutions()
    }
    const receive = async (headers: object = { "x-cart-id": cartId }, id = apples) => {
      const { settings } = buyer(api, scene.shop)
      const config = { headers: { ...settings.headers, ...headers } }
      const path = `/store/orders/${orderId}/consignments/${id}/received`
      const { data } = await api.post(path, {}, config)
      return (data.consignments as { id: string; status: string; claims_until: string }[]).find(
        (one) => one.id === id,
      )!
    }
    const stored = async () => await modules.consignments(container).retrieveConsignment(apples)
    const fulfillment = async () => {
      const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "fulfillment",
        fields: ["delivered_at"],
        filters: { id: (await stored()).fulfillment_id! },
      })
      return data[0]!
    }

    it("takes the buyer's word, in our book and in Medusa's, once", async () => {
      await ship()
      const parcel = await receive()
      expect(parcel.status).toBe("delivered")
      const first = await stored()
      expect(first.delivery_said_by).toBe("buyer")
      expect((await fulfillment()).delivered_at).not.toBeNull()
      const end = new Date(first.delivered_at!).getTime() + 7 * 86_400_000
      expect(new Date(parcel.claims_until).getTime()).toBe(end)
      await Promise.all([receive(), receive()])
      expect((await stored()).delivered_at).toEqual(first.delivered_at)
    })

    it("refuses what was not sent, and whoever is not the buyer", async () => {
      const early = await refusalOf(receive())
      expect([early.status, early.data.code]).toEqual([400, "consignment_not_shipped"])
      await ship()
      expect((await refusalOf(receive({ "x-cart-id": "cart_of_another" }))).status).toBe(404)
      expect((await refusalOf(receive(undefined, "cons_of_another"))).status).toBe(404)
      expect((await stored()).status).toBe("shipped")
    })

    it("follows the operator who marks it in Medusa Admin", async () => {
      await ship()
      const fulfillmentId = (await stored()).fulfillment_id!
      await markOrderFulfillmentAsDeliveredWorkflow(container).run({
        input: { orderId, fulfillmentId },
      })
      await eventually(utils, async () => (await stored()).status === "delivered")
      expect((await stored()).delivery_said_by).toBe("operator")
    })

    it("counts a silent parcel as delivered on its tenth day, however late the job comes", async () => {
      await ship()
      const shippedDaysAgo = async (days: number) => {
        const shipped_at = new Date(Date.now() - days * 86_400_000)
        await modules.consignments(container).updateConsignments({ id: apples, shipped_at })
        await deliverSilentParcels(container)
        return { shipped_at, row: await stored() }
      }
      expect((await shippedDaysAgo(9)).row.status).toBe("shipped")
      const { shipped_at, row } = await shippedDaysAgo(15)
      expect(row).toMatchObject({ status: "delivered", delivery_said_by: "nobody" })
      const tenth = shipped_at.getTime() + 10 * 86_400_000
      expect(new Date(row.delivered_at!).getTime()).toBe(tenth)
      expect((await fulfillment()).delivered_at).not.toBeNull()
    })
  },
})
