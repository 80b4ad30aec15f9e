import type { MedusaContainer } from "@medusajs/framework/types"
import type { SellerListing, SellerListingBody } from "@shangxing/marketplace/types/http"
import { recallLotWorkflow } from "@shangxing/provenance/workflows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { refusalOf } from "../support/buyer"
import { harvestLot } from "../support/grower"
import { lateApplesOf, unchanged } from "../support/listing"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let lotId: string
    let secondLotId: string
    let clerk: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      lotId = await harvestLot(container, scene.apples, { code: "late-1", grams: 100_000 })
      secondLotId = await harvestLot(container, scene.apples, { code: "late-2", grams: 60_000 })
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
    })

    const lateApples = () => lateApplesOf(lotId)
    const create = async (body: SellerListingBody = lateApples()): Promise<SellerListing> =>
      (await clerk.post("/seller/products", body)).product
    const read = async (id: string): Promise<SellerListing> =>
      (await clerk.get(`/seller/products/${id}`)).product

    async function unpackedGrams(id: string): Promise<number> {
      const { lots } = await clerk.get("/seller/lots")
      return lots.find((lot: { id: string }) => lot.id === id).unpacked_g
    }

    describe("a listing that cannot be packed", () => {
      type Pack = { lot_id: string; units: number }
      const packing = (...packs: Pack[]): SellerListingBody => ({
        ...lateApples(),
        variants: packs.map((pack, i) => ({
          title: `规格 ${i}`,
          weight_g: 2500,
          price_fen: 4980,
          pack,
        })),
      })
      const cases: [string, string, () => Promise<Pack[]>][] = [
        ["more than the lot holds", "lot_packed_over", async () => [{ lot_id: lotId, units: 41 }]],
        [
          "two packs that outweigh the lot together",
          "lot_packed_over",
          async () => [
            { lot_id: lotId, units: 21 },
            { lot_id: lotId, units: 20 },
          ],
        ],
        [
          "another seller's lot",
          "lot_unknown",
          async () => [{ lot_id: scene.pomegranates.lotId, units: 1 }],
        ],
        ["a lot that is nobody's", "lot_unknown", async () => [{ lot_id: "lot_none", units: 1 }]],
        [
          "a recalled lot, after one that would do",
          "lot_recalled",
          async () => {
            const input = { lot_id: secondLotId, seller_id: scene.apples.sellerId }
            await recallLotWorkflow(container).run({ input })
            return [
              { lot_id: lotId, units: 1 },
              { lot_id: secondLotId, units: 1 },
            ]
          },
        ],
        [
          "a lot without a certificate",
          "certificate_missing",
          async () => {
            const harvest = { code: "bare-1", grams: 10_000, isCertified: false }
            return [{ lot_id: await harvestLot(container, scene.apples, harvest), units: 1 }]
          },
        ],
        [
          "a lot that has expired",
          "lot_expired",
          async () => {
            const harvest = { code: "old-1", grams: 10_000, goodUntil: "2026-11-10" }
            return [{ lot_id: await harvestLot(container, scene.apples, harvest), units: 1 }]
          },
        ],
      ]

      it.each(cases)("is refused for %s (%s), with nothing written", async (_, code, packs) => {
        const body = packing(...(await packs()))
        const before = await clerk.get("/seller/products")
        expect(await refusalOf(create(body))).toMatchObject({ status: 400, data: { code } })
        expect(await clerk.get("/seller/products")).toEqual(before)
        expect(await unpackedGrams(lotId)).toBe(100_000)
      })
    })

    it.each([
      ["no pack size", { variants: [] }],
      ["a price of nothing", { variants: [{ title: "5 斤装", weight_g: 2500, price_fen: 0 }] }],
      ["half a fen", { variants: [{ title: "5 斤装", weight_g: 2500, price_fen: 1.5 }] }],
      ["a picture that is a script", { images: ["javascript:alert(1)"] }],
      [
        "two pack sizes of one name",
        {
          variants: [
            { title: "5 斤装", weight_g: 2500, price_fen: 1 },
            { title: "5 斤装", weight_g: 5000, price_fen: 2 },
          ],
        },
      ],
    ])("refuses %s", async (_, fault) => {
      const { count } = await clerk.get("/seller/products")
      const refusal = await refusalOf(clerk.post("/seller/products", { ...lateApples(), ...fault }))
      expect(refusal.status).toBe(400)
      expect((await clerk.get("/seller/products")).count).toBe(count)
      expect(await unpackedGrams(lotId)).toBe(100_000)
    })

    describe("an edit that would break what was packed", () => {
      it.each([
        [
          "another weight in a packed size",
          "variant_weight_packed",
          ([small, large]: SellerListingBody["variants"]) => [
            { ...small!, weight_g: 2400 },
            large!,
          ],
        ],
        [
          "a size dropped that holds stock",
          "variant_has_stock",
          ([small]: SellerListingBody["variants"]) => [small!],
        ],
        [
          "a size of another product",
          "variant_not_found",
          ([small, large]: SellerListingBody["variants"]) => [
            small!,
            { ...large!, id: scene.pomegranates.variantId },
          ],
        ],
      ])("is refused: %s (%s)", async (_, code, edit) => {
        const listing = await create()
        const variants = edit(unchanged(listing).variants)
        const [first, ...others] = variants
        const body = {
          ...unchanged(listing),
          title: "改名",
          variants: [{ ...first!, pack: { lot_id: secondLotId, units: 1 } }, ...others],
        }
        expect(await refusalOf(clerk.post(`/seller/products/${listing.id}`, body))).toMatchObject({
          status: 400,
          data: { code },
        })
        expect(await read(listing.id)).toEqual(listing)
        expect(await unpackedGrams(secondLotId)).toBe(60_000)
      })
    })
  },
})
