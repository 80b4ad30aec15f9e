import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { buyer, refusalOf } from "../support/buyer"
import { harvestLot } from "../support/grower"
import { setScene, type Scene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk
    let second: string

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      second = await harvestLot(container, scene.apples, { code: "second-1", grams: 50_000 })
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
    })

    const code = async (call: Promise<unknown>) => (await refusalOf(call)).data.code

    describe("labels", () => {
      const print = async (change: object = {}) =>
        await api.post(
          "/seller/labels",
          {
            lot_id: scene.apples.lotId,
            variant_id: scene.apples.variantId,
            count: 3,
            layout: "thermal",
            ...change,
          },
          { headers: clerk.headers, responseType: "arraybuffer" },
        )

      it("are a PDF with new serials each time", async () => {
        const { data } = await print()
        expect(
          Buffer.from(data as ArrayBuffer)
            .toString("latin1")
            .startsWith("%PDF-"),
        ).toBe(true)
        await print({ layout: "a4" })
        const runs = await modules
          .lots(container)
          .listLabelPrints({}, { order: { first_serial: "ASC" } })
        expect(runs.map(({ first_serial, label_count }) => [first_serial, label_count])).toEqual([
          [1, 3],
          [4, 3],
        ])
        const lots = modules.lots(container)
        const { gtin } = scene.apples.seed
        expect(await lots.isSerialPrinted(gtin, scene.apples.lotCode, 6)).toBe(true)
        expect(await lots.isSerialPrinted(gtin, scene.apples.lotCode, 7)).toBe(false)
        const told = async (serial: string) =>
          (
            await buyer(api, scene.shop).get(
              `/store/lots/${gtin}/${scene.apples.lotCode}/serials/${serial}`,
            )
          ).is_printed as boolean
        expect(await told("000006")).toBe(true)
        for (const invented of ["000007", "6", "0000006", "x", "99999999999999999999"]) {
          expect(await told(invented)).toBe(false)
        }
      })

      it("are refused beyond the packs, for a size that was not packed, and for a recalled lot", async () => {
        const refusal = async (change: object) => {
          const body = { lot_id: scene.apples.lotId, variant_id: scene.apples.variantId, ...change }
          return await code(clerk.post("/seller/labels", { count: 1, layout: "a4", ...body }))
        }
        expect(await refusal({ count: 21 })).toBe("label_count_invalid")
        expect(await refusal({ count: 0.5 })).toBe("label_count_invalid")
        expect(await refusal({ variant_id: "variant_none" })).toBe("pack_unknown")
        await clerk.post(`/seller/lots/${second}/recall`)
        expect(await refusal({ lot_id: second })).toBe("lot_recalled")
      })
    })
  },
})
