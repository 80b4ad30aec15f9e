import type { MedusaContainer } from "@medusajs/framework/types"
import type { SellerListing, SellerListingBody } from "@shangxing/marketplace/types/http"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { followLots } from "../../src/workflows/follow-lots"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { harvestLot } from "../support/grower"
import { lateApplesOf, photo, unchanged } from "../support/listing"
import { type Scene, setScene } from "../support/scene"
import { appointOperator, type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let lotId: string
    let secondLotId: string
    let clerk: Desk
    let operator: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await appointOperator(container, "operator@test.local")
      lotId = await harvestLot(container, scene.apples, { code: "late-1", grams: 100_000 })
      secondLotId = await harvestLot(container, scene.apples, { code: "late-2", grams: 60_000 })
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      operator = await signIn(api, "user", "operator@test.local")
    })

    const lateApples = () => lateApplesOf(lotId)
    const create = async (body: SellerListingBody = lateApples()): Promise<SellerListing> =>
      (await clerk.post("/seller/products", body)).product
    const read = async (id: string): Promise<SellerListing> =>
      (await clerk.get(`/seller/products/${id}`)).product
    const submit = async (id: string): Promise<SellerListing> =>
      (await clerk.post(`/seller/products/${id}/submit`)).product
    const review = async (id: string, body: object) =>
      (await operator.post(`/admin/products/${id}/review`, body)).product

    async function publish(body?: SellerListingBody): Promise<SellerListing> {
      const { id } = await create(body)
      await submit(id)
      await review(id, { verdict: "approve" })
      return await read(id)
    }

    const packed = ({ variants }: SellerListing) => variants.map(({ stocked }) => stocked)

    async function unpackedGrams(id: string): Promise<number> {
      const { lots } = await clerk.get("/seller/lots")
      return lots.find((lot: { id: string }) => lot.id === id).unpacked_g
    }

    const inStore = async (id: string) =>
      (
        await buyer(api, scene.shop).get(
          `/store/products?id=${id}&fields=id,*variants,+variants.inventory_quantity`,
        )
      ).products

    it("makes a draft whose stock is the packs of the seller's own lot", async () => {
      const product = await create()
      expect(product).toMatchObject({
        status: "draft",
        title_en: "Late Fuji apples",
        thumbnail: photo,
        images: [photo],
        return_reason: null,
      })
      expect(product.variants).toMatchObject([
        { title: "5 斤装", weight_g: 2500, price_fen: 4980, stocked: 20, available: 20 },
        { title: "10 斤装", weight_g: 5000, price_fen: 9280, stocked: 5, available: 5 },
      ])
      expect(product.variants.map(({ lots }) => lots)).toEqual([
        [{ lot_id: lotId, lot_code: "late-1", packed: 20, unsold: 20 }],
        [{ lot_id: lotId, lot_code: "late-1", packed: 5, unsold: 5 }],
      ])
      const gtins = new Set(product.variants.map(({ gtin }) => gtin))
      expect(gtins.size).toBe(2)
      for (const gtin of gtins) expect(gtin).toMatch(/^09521234\d{6}$/)
      expect(await unpackedGrams(lotId)).toBe(100_000 - 20 * 2500 - 5 * 5000)
      expect(await inStore(product.id)).toEqual([])
    })

    it("never gives the GTIN of a dropped pack size to another product", async () => {
      const first = await create({
        ...lateApples(),
        variants: [
          { title: "5 斤装", weight_g: 2500, price_fen: 4980 },
          { title: "10 斤装", weight_g: 5000, price_fen: 9280 },
        ],
      })
      const [kept, dropped] = first.variants
      await clerk.post(`/seller/products/${first.id}`, {
        ...unchanged(first),
        variants: [unchanged(first).variants[0]],
      })
      const second = await create({
        ...lateApples(),
        variants: [{ title: "3 斤装", weight_g: 1500, price_fen: 2980 }],
      })
      expect([kept!.gtin, dropped!.gtin]).not.toContain(second.variants[0]!.gtin)
    })

    it("gives two clerks who list at the same moment different GTINs", async () => {
      const body = {
        ...lateApples(),
        variants: [{ title: "散装", weight_g: 1000, price_fen: 1980 }],
      }
      const listings = await Promise.all([create(body), create(body), create(body)])
      const gtins = listings.map(({ variants }) => variants[0]!.gtin)
      expect(new Set(gtins).size).toBe(3)
    })

    it("goes back to its clerk with the operator's reason, and is sold once it is approved", async () => {
      const { id } = await create()
      expect((await submit(id)).status).toBe("proposed")
      expect(await inStore(id)).toEqual([])
      expect(await refusalOf(review(id, { verdict: "return" }))).toMatchObject({
        status: 400,
        data: { code: "return_reason_missing" },
      })

      await review(id, { verdict: "return", reason: "主图需为实拍" })
      expect(await read(id)).toMatchObject({ status: "rejected", return_reason: "主图需为实拍" })
      expect(await refusalOf(review(id, { verdict: "approve" }))).toMatchObject({
        status: 400,
        data: { code: "listing_not_proposed" },
      })

      expect(await submit(id)).toMatchObject({ status: "proposed", return_reason: null })
      expect(await refusalOf(submit(id))).toMatchObject({
        status: 400,
        data: { code: "listing_not_submittable" },
      })
      expect(await review(id, { verdict: "approve" })).toMatchObject({ status: "published" })

      const [product] = await inStore(id)
      const stock = product.variants.map(
        (v: { inventory_quantity: number }) => v.inventory_quantity,
      )
      expect(stock.sort()).toEqual([20, 5])
      const variantId = product.variants[0].id
      const { orderId } = await buyer(api, scene.shop).buy([{ variantId, quantity: 1 }])
      expect(orderId).toMatch(/^order_/)
    })

    it("is reviewed again after its price changes, and stays on sale when only its words do", async () => {
      const listing = await publish()
      const path = `/seller/products/${listing.id}`
      const words = { ...unchanged(listing), description: "雪后采收。" }
      expect((await clerk.post(path, words)).product).toMatchObject({
        status: "published",
        description: "雪后采收。",
      })

      const [small, large] = unchanged(listing).variants
      const variants = [{ ...small!, price_fen: 5280 }, large!]
      const { product } = await clerk.post(path, { ...words, variants })
      expect(product).toMatchObject({ status: "proposed" })
      expect(product.variants[0]).toMatchObject({ price_fen: 5280, stocked: 20 })
      expect(await inStore(listing.id)).toEqual([])

      await review(listing.id, { verdict: "approve" })
      expect(await inStore(listing.id)).toHaveLength(1)
    })

    it("keeps its pictures in the order in which its clerk put them", async () => {
      const images = [photo, "http://localhost:9000/uploads/b.webp", "http://localhost:9000/a.webp"]
      const listing = await create({ ...lateApples(), images })
      expect(listing.images).toEqual(images)
      const turned = [...images].reverse()
      await clerk.post(`/seller/products/${listing.id}`, { ...unchanged(listing), images: turned })
      expect(await read(listing.id)).toMatchObject({ images: turned, thumbnail: turned[0] })
    })

    it("adds what is packed from another lot, and keeps count through a sale and its parcel", async () => {
      const listing = await publish()
      const [small, large] = listing.variants
      const stockOf = async () => packed(await read(listing.id))

      const [first, second] = unchanged(listing).variants
      const restocked = {
        ...unchanged(listing),
        variants: [{ ...first!, pack: { lot_id: secondLotId, units: 4 } }, second!],
      }
      const { product } = await clerk.post(`/seller/products/${listing.id}`, restocked)
      expect(product.status).toBe("published")
      expect(packed(product)).toEqual([24, 5])
      expect(await unpackedGrams(secondLotId)).toBe(60_000 - 4 * 2500)

      await buyer(api, scene.shop).buy([
        { variantId: small!.id, quantity: 3 },
        { variantId: large!.id, quantity: 1 },
      ])
      const sold = await read(listing.id)
      expect(packed(sold)).toEqual([24, 5])
      expect(sold.variants.map(({ available }) => available)).toEqual([21, 4])
      expect(sold.variants[0]!.lots.map(({ unsold }) => unsold).sort()).toEqual([17, 4])

      const { consignments } = await clerk.get("/seller/consignments")
      await clerk.post(`/seller/consignments/${consignments[0].id}/ship`, {
        carrier: "中国邮政",
        tracking_number: "98765432100",
      })
      const lots = modules.lots(container)
      await eventually(utils, async () => {
        const stock = await lots.listVariantStock([small!.id])
        return stock[0]?.stocked_units === 21
      })
      expect(await stockOf()).toEqual([21, 4])
      await followLots(container, [small!.id, large!.id])
      expect(await stockOf()).toEqual([21, 4])
      const shipped = await read(listing.id)
      expect(shipped.variants.map(({ available }) => available)).toEqual([21, 4])
    })
  },
})
