import { deflateRawSync } from "node:zlib"

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import sharp from "sharp"

import { modules } from "../../src/gather/modules"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { type Scene, setScene } from "../support/scene"
import { appointOperator, type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

const parcel = { carrier: "中国邮政", tracking_number: "98765432100" }

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk
    let operator: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await appointOperator(container, "operator@test.local")
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      operator = await signIn(api, "user", "operator@test.local")
    })

    const shop = () => buyer(api, scene.shop)
    const both = () => [
      { variantId: scene.apples.variantId, quantity: 2 },
      { variantId: scene.pomegranates.variantId, quantity: 1 },
    ]

    it("knows its clerk and the seller whose clerk that is", async () => {
      expect(await clerk.get("/seller/me")).toMatchObject({
        member: { email: "clerk.yanyuan@test.local", role: "clerk" },
        seller: { id: scene.apples.sellerId, handle: "yanyuan-apples", status: "approved" },
      })
    })

    describe("a consignment", () => {
      let orderId: string

      beforeEach(async () => {
        orderId = (await shop().buy(both())).orderId
        await eventually(utils, async () => {
          const { consignments } = await clerk.get("/seller/consignments")
          return consignments[0]?.captured_fen > 0
        })
      })

      const own = async () => (await clerk.get("/seller/consignments")).consignments[0]

      it("is listed for its own seller alone, with what was paid and what the platform keeps", async () => {
        const { consignments, count } = await clerk.get("/seller/consignments")
        expect(count).toBe(1)
        expect(consignments).toMatchObject([
          {
            order_id: orderId,
            seller_id: scene.apples.sellerId,
            status: "awaiting_shipment",
            goods_fen: 2 * 6800,
            shipping_fen: 1200,
            total_fen: 2 * 6800 + 1200,
            captured_fen: 2 * 6800 + 1200,
            refunded_fen: 0,
            commission_basis_points: 500,
            commission_fen: 680,
            commission_tax_basis_points: 600,
            commission_tax_fen: 41,
            commission_returned_fen: 0,
            owed_fen: 2 * 6800 + 1200 - 680 - 41,
            recipient: { name: "周敏", phone: "13800138000" },
            lines: [{ variant_id: scene.apples.variantId, quantity: 2, goods_fen: 2 * 6800 }],
          },
        ])
        expect((await clerk.get("/seller/consignments?status=shipped")).count).toBe(0)
      })

      it("leaves once, and Medusa's fulfillment, its stock and the lots follow", async () => {
        const { id } = await own()
        const { consignment } = await clerk.post(`/seller/consignments/${id}/ship`, parcel)
        expect(consignment).toMatchObject({ status: "shipped", ...parcel })
        expect(
          await refusalOf(clerk.post(`/seller/consignments/${id}/ship`, parcel)),
        ).toMatchObject({ status: 400, data: { code: "consignment_already_shipped" } })

        expect(await fulfilled()).toEqual([
          { variant_id: scene.apples.variantId, shipped: 2 },
          { variant_id: scene.pomegranates.variantId, shipped: 0 },
        ])
        expect(await stockOfApples()).toEqual({ stocked_quantity: 18, reserved_quantity: 0 })
        await eventually(utils, async () => (await allocations()).includes("shipped"))
        expect(await allocations()).toEqual(["shipped"])
        const stock = await modules.lots(container).listVariantStock([scene.apples.variantId])
        expect(stock).toMatchObject([{ stocked_units: 18 }])
      })

      it.each([
        ["no carrier", { carrier: " ", tracking_number: "98765432100" }],
        ["a number that is none", { carrier: "中国邮政", tracking_number: "<b>" }],
        ["a status of the clerk's own", { ...parcel, status: "delivered" }],
      ])("does not leave with %s", async (_, body) => {
        const { id } = await own()
        const refusal = await refusalOf(clerk.post(`/seller/consignments/${id}/ship`, body))
        expect(refusal.status).toBe(400)
        expect((await own()).status).toBe("awaiting_shipment")
      })

      async function read<T>(entity: string, fields: string[], filters: object): Promise<T[]> {
        const query = container.resolve(ContainerRegistrationKeys.QUERY)
        return (await query.graph({ entity, fields, filters })).data as T[]
      }

      async function fulfilled() {
        type Item = { variant_id: string; detail: { shipped_quantity: number } }
        const fields = ["items.variant_id", "items.detail.shipped_quantity"]
        const [order] = await read<{ items: Item[] }>("order", fields, { id: orderId })
        return order!.items
          .map(({ variant_id, detail }) => ({ variant_id, shipped: detail.shipped_quantity }))
          .sort((a, b) => b.shipped - a.shipped)
      }

      async function stockOfApples() {
        type Variant = { inventory_items: { inventory_item_id: string }[] }
        const [variant] = await read<Variant>("variant", ["inventory_items.inventory_item_id"], {
          id: scene.apples.variantId,
        })
        const { inventory_item_id } = variant!.inventory_items[0]!
        const fields = ["stocked_quantity", "reserved_quantity"]
        const [level] = await read<Record<string, number>>("inventory_level", fields, {
          inventory_item_id,
        })
        const { stocked_quantity, reserved_quantity } = level!
        return { stocked_quantity, reserved_quantity }
      }

      async function allocations() {
        const rows = await modules.lots(container).listLotAllocations({
          order_id: orderId,
          variant_id: scene.apples.variantId,
        })
        return rows.map(({ state }) => state)
      }
    })

    describe("a suspended seller", () => {
      const decide = async (decision: string) =>
        await operator.post(`/admin/sellers/${scene.apples.sellerId}/${decision}`)
      const onSale = async () =>
        (await shop().get("/store/products?fields=id")).products.map((p: { id: string }) => p.id)
      const path = () => `/seller/products/${scene.apples.productId}`

      it("is out of the store at once, and back when it is reopened", async () => {
        expect(await onSale()).toContain(scene.apples.productId)
        expect((await decide("suspend")).seller.status).toBe("suspended")
        expect(await onSale()).toEqual([scene.pomegranates.productId])
        const sellerPage = api.get("/store/sellers/yanyuan-apples", shop().settings)
        expect(await refusalOf(sellerPage)).toMatchObject({ status: 404 })
        expect(await refusalOf(decide("suspend"))).toMatchObject({
          status: 400,
          data: { code: "seller_not_approved" },
        })

        expect((await decide("reopen")).seller.status).toBe("approved")
        expect(await onSale()).toContain(scene.apples.productId)
        expect(await refusalOf(decide("reopen"))).toMatchObject({
          status: 400,
          data: { code: "seller_not_suspended" },
        })
      })

      it("closes the carts that hold its goods, and says whose they are", async () => {
        const cartId = await shop().fill(both())
        await shop().ship(cartId)
        await shop().pay(cartId)
        await decide("suspend")
        const refusal = await refusalOf(shop().complete(cartId))
        expect(refusal).toMatchObject({ status: 400, data: { code: "seller_closed" } })
        expect(refusal.data.message).toContain("盐源苹果合作社")
        expect((await clerk.get("/seller/consignments")).count).toBe(0)

        await decide("reopen")
        expect((await shop().complete(cartId)).type).toBe("order")
      })

      it("sells nothing new, and still ships what was ordered", async () => {
        await shop().buy(both())
        await decide("suspend")
        expect(await refusalOf(shop().fill(both()))).toMatchObject({ status: 400 })
        const { consignments } = await clerk.get("/seller/consignments")
        const { consignment } = await clerk.post(
          `/seller/consignments/${consignments[0].id}/ship`,
          parcel,
        )
        expect(consignment.status).toBe("shipped")
      })

      it("cannot change a hidden listing past the review by being reopened", async () => {
        const { product } = await clerk.get(path())
        await decide("suspend")
        await clerk.post(path(), { title: "别的东西", images: [], variants: product.variants })
        await decide("reopen")
        expect((await clerk.get(path())).product.status).toBe("draft")
        expect(await onSale()).not.toContain(scene.apples.productId)
      })

      it("has nothing submitted or approved, and waits for its verdict again once reopened", async () => {
        const { product } = await clerk.get(path())
        await clerk.post(path(), { title: "改了名的苹果", images: [], variants: product.variants })
        await decide("suspend")
        const review = `/admin/products/${scene.apples.productId}/review`
        const closed = { status: 400, data: { code: "seller_not_approved" } }
        expect(await refusalOf(operator.post(review, { verdict: "approve" }))).toMatchObject(closed)
        await operator.post(review, { verdict: "return", reason: "先整改" })
        expect(await refusalOf(clerk.post(`${path()}/submit`))).toMatchObject(closed)

        await decide("reopen")
        expect((await clerk.get(path())).product.status).toBe("rejected")
        await clerk.post(`${path()}/submit`)
        await operator.post(review, { verdict: "approve" })
        expect(await onSale()).toContain(scene.apples.productId)
      })
    })

    describe("an uploaded picture", () => {
      const upload = async (content: Buffer, name: string, type = "image/jpeg") => {
        const form = new FormData()
        form.append("files", new Blob([new Uint8Array(content)], { type }), name)
        return await api.post("/seller/uploads", form, { headers: clerk.headers })
      }
      const picture = (width: number, height: number) =>
        sharp({ create: { width, height, channels: 3, background: "#a33" } })

      it("is kept as WebP of at most 1600 px, and says nothing of where it was taken", async () => {
        const taken = await picture(2400, 1200)
          .withExif({ IFD0: { Copyright: "阿木家" }, IFD3: { GPSLatitude: "27/1 24/1 0/1" } })
          .jpeg()
          .toBuffer()
        expect((await sharp(taken).metadata()).exif).toBeDefined()
        const { data } = await upload(taken, "../../house.jpg")
        const { pathname } = new URL(data.files[0].url)
        expect(pathname).toMatch(/^\/uploads\/[\w-]+\.webp$/)
        expect(pathname).not.toContain("house")

        const answer = await api.get(pathname, { responseType: "arraybuffer" })
        const stored = await sharp(Buffer.from(answer.data)).metadata()
        expect(stored).toMatchObject({ format: "webp", width: 1600, height: 800 })
        expect(stored.exif).toBeUndefined()
      })

      const script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
      const cases: [string, string, () => Promise<Buffer> | Buffer, string][] = [
        ["an SVG", "upload_not_a_picture", () => Buffer.from(script), "a.svg"],
        [
          "an SVG that calls itself a JPEG",
          "upload_not_a_picture",
          () => Buffer.from(script),
          "a.jpg",
        ],
        [
          "an archive",
          "upload_not_a_picture",
          () => Buffer.concat([Buffer.from("PK\x03\x04"), deflateRawSync(Buffer.alloc(4096))]),
          "a.jpg",
        ],
        [
          "more than 10 MB",
          "upload_too_large",
          () => Buffer.alloc(10 * 1024 * 1024 + 1, 7),
          "a.jpg",
        ],
        [
          "more than 50 million pixels",
          "upload_too_many_pixels",
          () => picture(8000, 6300).png({ compressionLevel: 9 }).toBuffer(),
          "a.png",
        ],
      ]
      it.each(cases)("is refused when it is %s (%s)", async (_, code, content, name) => {
        expect(await refusalOf(upload(await content(), name))).toMatchObject({
          status: 400,
          data: { code },
        })
      })
    })
  },
})
