import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LOT_MODULE } from "."
import type LotModuleService from "./service"
import { pack, sealHarvest, SELLER } from "./testing/orchard"

jest.setTimeout(60_000)

const TODAY = "2026-11-21"

moduleIntegrationTestRunner<LotModuleService>({
  moduleName: LOT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    /** The harvest sealed, packed and listed, with two packs of it sold. */
    const sellTwo = async () => {
      const { id } = await sealHarvest(service)
      const owned = { lot_id: id, seller_id: SELLER }
      await service.packLot({ ...owned, packs: [pack()] })
      await service.listLot(owned)
      await service.allocateLots({
        order_id: "order_1",
        lines: [{ line_item_id: "ordli_1", variant_id: "variant_1", quantity: 2 }],
        on: TODAY,
      })
      return id
    }

    describe("allocationsOf", () => {
      it("answers grams, units and whose they are, for attribution", async () => {
        const id = await sellTwo()
        expect(await service.allocationsOf(["ordli_1", "ordli_none"])).toEqual([
          {
            line_item_id: "ordli_1",
            lot_id: id,
            lot_code: "YY1018A",
            grams: 5000,
            units: 2,
            shares: [
              {
                household_id: "hh_a",
                is_enrolled: true,
                status_label_zh: "脱贫户",
                village_code: "513423100201",
                parts: "3",
              },
              {
                household_id: "hh_b",
                is_enrolled: false,
                status_label_zh: null,
                village_code: "513423101201",
                parts: "2",
              },
            ],
          },
        ])
      })
    })

    describe("reads", () => {
      it("describe a product, a seller's lots, a variant's lots and a pack's trace", async () => {
        const id = await sellTwo()
        await service.declareOrigin({
          product_id: "prod_1",
          county_code: "513423",
          packing_fen_per_kg: 80,
          freight_fen_per_kg: 150,
        })
        await service.shipAllocations({ order_id: "order_1", line_item_ids: ["ordli_1"] })

        const [described, unknown] = await service.describeProducts(["prod_1", "prod_2"], TODAY)
        expect(described?.origin).toMatchObject({ county_code: "513423", township_code: null })
        expect(described?.lots).toMatchObject([
          {
            id,
            trace_path: "/01/09521234543213/10/YY1018A",
            remaining_g: 245_000,
            household_count: 2,
            enrolled_household_count: 1,
            certificate: { number: "DEMO-1", issued_on: "2026-10-21", tests: "农残速测未检出" },
          },
        ])
        expect(described?.suppliers).toEqual([
          {
            seller_id: SELLER,
            township_code: null,
            household_count: 2,
            enrolled_household_count: 1,
          },
        ])
        expect(unknown).toEqual({ product_id: "prod_2", origin: null, lots: [], suppliers: [] })

        expect(await service.listLotsOfSeller(SELLER, { statuses: ["listed"] })).toMatchObject({
          count: 1,
          lots: [{ packed_g: 250_000, unpacked_g: 750_000, unsold_g: 245_000 }],
        })
        expect(await service.lotsOfVariants(["variant_1"])).toMatchObject([
          { lot_code: "YY1018A", packed: 100, unsold: 98 },
        ])
        expect(await service.countListedLots(TODAY)).toEqual({ "513423": 1 })
        expect(await service.lotsOnSaleIn("513423", 5, TODAY)).toHaveLength(1)
        expect(await service.productsByCounty("5134")).toEqual([
          { county_code: "513423", product_id: "prod_1" },
        ])

        const trace = await service.traceLot("09521234543213", "YY1018A")
        expect(trace?.steps.map(({ kind, grams }) => [kind, grams])).toEqual([
          ["delivery", 600_000],
          ["delivery", 400_000],
          ["seal", 1_000_000],
          ["pack", 250_000],
          ["list", undefined],
          ["ship", 5000],
        ])
        expect(trace?.checks).toEqual([
          { kind: "mass_balance", holds: true, actual: 1_000_000, allowed: 1_000_000 },
          { kind: "two_parties", holds: true, actual: 2, allowed: 2 },
          { kind: "packed_within_lot", holds: true, actual: 250_000, allowed: 1_000_000 },
          { kind: "certificate", holds: true, actual: 1, allowed: 1 },
        ])
        expect(await service.traceLot("09521234543213", "NONE")).toBeNull()
      })
    })

    describe("declareOrigin", () => {
      it("replaces a declaration, answers the earlier one, and refuses a false one", async () => {
        const origin = {
          product_id: "prod_1",
          county_code: "513423",
          township_code: "513423100",
          packing_fen_per_kg: 80,
          freight_fen_per_kg: 150,
        }
        expect((await service.declareOrigin(origin)).previous).toBeNull()
        const changed = { ...origin, freight_fen_per_kg: 200 }
        expect((await service.declareOrigin(changed)).previous).toEqual(origin)
        expect(await service.originsOf(["prod_1"])).toEqual([changed])
        for (const change of [{ county_code: "5134" }, { packing_fen_per_kg: -1 }]) {
          await expect(service.declareOrigin({ ...origin, ...change })).rejects.toMatchObject({
            code: "origin_invalid",
          })
        }
        await service.withdrawOrigin("prod_1")
        expect(await service.originsOf(["prod_1"])).toEqual([])
      })
    })
  },
})
