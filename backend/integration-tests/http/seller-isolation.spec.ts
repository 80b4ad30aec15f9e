import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { buyer, refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"
import { appointOperator, type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

const parcel = { carrier: "中国邮政", tracking_number: "98765432100" }

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let own: Desk
    let other: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await employ(container, scene.pomegranates.sellerId, "clerk.huili@test.local")
      await appointOperator(container, "operator@test.local")
    })

    beforeEach(async () => {
      own = await signIn(api, "member", "clerk.yanyuan@test.local")
      other = await signIn(api, "member", "clerk.huili@test.local")
    })

    async function soldByOther(): Promise<string> {
      const { buy } = buyer(api, scene.shop)
      await buy([
        { variantId: scene.apples.variantId, quantity: 1 },
        { variantId: scene.pomegranates.variantId, quantity: 1 },
      ])
      const { consignments } = await other.get("/seller/consignments")
      return consignments[0].id as string
    }

    const body = (variantId?: string) => ({
      title: "别人的货",
      images: [],
      variants: [
        { ...(variantId && { id: variantId }), title: "5 斤装", weight_g: 2500, price_fen: 1 },
      ],
    })

    it("shows each clerk the own listings, lots and consignments, and counts no others", async () => {
      await soldByOther()
      for (const [desk, grower] of [
        [own, scene.apples],
        [other, scene.pomegranates],
      ] as const) {
        const { products, count } = await desk.get("/seller/products")
        expect(products.map(({ id }: { id: string }) => id)).toEqual([grower.productId])
        expect(count).toBe(1)
        const { lots, count: lotCount } = await desk.get("/seller/lots")
        expect(lots.map(({ id }: { id: string }) => id)).toEqual([grower.lotId])
        expect(lotCount).toBe(1)
        const { consignments, count: consignmentCount } = await desk.get("/seller/consignments")
        expect(consignments).toMatchObject([{ seller_id: grower.sellerId }])
        expect(consignmentCount).toBe(1)
      }
    })

    it("answers 404 for another seller's listing, and changes nothing of it", async () => {
      const path = `/seller/products/${scene.pomegranates.productId}`
      const before = await other.get(path)
      for (const call of [
        () => own.get(path),
        () => own.post(path, body()),
        () => own.post(path, body(scene.pomegranates.variantId)),
        () => own.post(`${path}/submit`),
      ]) {
        expect(await refusalOf(call())).toMatchObject({ status: 404 })
      }
      expect(await other.get(path)).toEqual(before)
    })

    it("answers 404 for another seller's consignment, and sends nothing off", async () => {
      const id = await soldByOther()
      const path = `/seller/consignments/${id}`
      for (const call of [() => own.get(path), () => own.post(`${path}/ship`, parcel)]) {
        expect(await refusalOf(call())).toMatchObject({
          status: 404,
          data: { code: "consignment_not_found" },
        })
      }
      expect((await other.get(path)).consignment.status).toBe("awaiting_shipment")
    })

    it("does not let a clerk choose whose clerk to be", async () => {
      const answer = await own.get("/seller/me")
      const asked = await own.get(`/seller/me?seller_id=${scene.pomegranates.sellerId}`)
      expect(asked).toEqual(answer)
      const listing = { ...body(), seller_id: scene.pomegranates.sellerId }
      expect(await refusalOf(own.post("/seller/products", listing))).toMatchObject({ status: 400 })
    })

    const routes: [string, "get" | "post"][] = [
      ["/seller/me", "get"],
      ["/seller/products", "get"],
      ["/seller/products", "post"],
      ["/seller/products/prod_1", "get"],
      ["/seller/products/prod_1", "post"],
      ["/seller/products/prod_1/submit", "post"],
      ["/seller/lots", "get"],
      ["/seller/consignments", "get"],
      ["/seller/consignments/cons_1", "get"],
      ["/seller/consignments/cons_1/ship", "post"],
      ["/seller/uploads", "post"],
    ]

    it.each(routes)("answers 401 at %s (%s) to everyone but a member", async (path, method) => {
      const operator = await signIn(api, "user", "operator@test.local")
      const official = await signIn(api, "official", "official.yanyuan@test.local")
      for (const headers of [{}, operator.headers, official.headers]) {
        const call = method === "get" ? api.get(path, { headers }) : api.post(path, {}, { headers })
        expect(await refusalOf(call)).toMatchObject({ status: 401 })
      }
    })

    it("answers 401 to a member at the operator's routes", async () => {
      const { productId, sellerId } = scene.apples
      for (const call of [
        () => own.get("/admin/sellers"),
        () => own.get("/admin/orders"),
        () => own.post(`/admin/sellers/${sellerId}/approve`),
        () => own.post(`/admin/products/${productId}/review`, { verdict: "approve" }),
        () => own.post(`/admin/products/${productId}`, { title: "别的" }),
      ]) {
        expect(await refusalOf(call())).toMatchObject({ status: 401 })
      }
    })
  },
})
