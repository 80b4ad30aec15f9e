import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LOT_MODULE } from "."
import type LotModuleService from "./service"
import { delivery, lot, sealHarvest, SECOND, SELLER, STATUSES } from "./testing/orchard"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<LotModuleService>({
  moduleName: LOT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    describe("recordDeliveries", () => {
      it("records a delivery sent twice once, with its amount", async () => {
        const first = await service.recordDeliveries([delivery(), SECOND])
        const second = await service.recordDeliveries([delivery({ net_g: 1 })])
        expect(first.ids).toEqual(["dlv_a", "dlv_b"])
        expect(second).toEqual({ ids: ["dlv_a"], created_ids: [] })
        expect(await service.deliveriesOf(["dlv_a"])).toMatchObject([
          { net_g: 600_000, amount_fen: 276_000, is_confirmed: true, used_in: null },
        ])
      })

      it("records all or none, and says which one it refuses", async () => {
        const below = delivery({ id: "dlv_low", price_fen_per_kg: 400 })
        await expect(service.recordDeliveries([SECOND, below])).rejects.toMatchObject({
          code: "delivery_below_floor",
          message: expect.stringContaining("dlv_low") as string,
        })
        expect(await service.listDeliveries()).toEqual([])
      })

      it("confirms later, once, and takes it back", async () => {
        const open = { confirmed_at: null, confirmed_via: null }
        await service.recordDeliveries([delivery(open), SECOND])
        const input = { delivery_ids: ["dlv_a", "dlv_b"], confirmed_via: "station" as const }
        expect(await service.confirmDeliveries(input)).toEqual(["dlv_a"])
        expect(await service.confirmDeliveries(input)).toEqual([])
        await service.unconfirmDeliveries(["dlv_a"])
        expect((await service.deliveriesOf(["dlv_a"]))[0]?.is_confirmed).toBe(false)
      })
    })

    describe("sealLot", () => {
      it("writes each household's exact share with its status on the day", async () => {
        await service.recordDeliveries([delivery(), SECOND])
        const { lot: sealed, shares } = await service.sealLot(
          lot({ unattributed_g: 200_000 }),
          STATUSES,
        )
        expect(sealed).toMatchObject({
          status: "sealed",
          net_g: 1_200_000,
          unattributed_g: 200_000,
          harvested_from: "2026-10-18",
          harvested_to: "2026-10-20",
          purchase_fen_per_kg: 452,
          floor_fen_per_kg: 420,
        })
        expect(shares).toMatchObject([
          { household_id: "hh_a", is_enrolled: true, status_label_zh: "脱贫户", parts: "3" },
          { household_id: "hh_b", is_enrolled: false, status_label_zh: null, parts: "2" },
          { household_id: null, village_code: null, parts: "1" },
        ])
      })

      it("carries shares through a blend that loses weight", async () => {
        const raw = await sealHarvest(service)
        const blend = lot({
          code: "JUICE",
          product_kind: "apple juice",
          delivery_ids: [],
          input_lots: [{ lot_id: raw.id, net_g: 500_000 }],
          unattributed_g: 500_000,
          net_g: 700_000,
          max_yield_basis_points: 7_000,
        })
        const { lot: juice, shares } = await service.sealLot(blend, [])
        expect(shares.map(({ household_id, parts }) => [household_id, parts])).toEqual([
          ["hh_a", "3"],
          ["hh_b", "2"],
          [null, "5"],
        ])
        // 452 fen per kg went in, and 700 g came out of every kg.
        expect(juice).toMatchObject({ unattributed_g: 350_000, purchase_fen_per_kg: 646 })
      })

      it("keeps goods of unknown origin unattributed, and wants to know their days", async () => {
        const bought = lot({ delivery_ids: [], unattributed_g: 5000 })
        await expect(service.sealLot(bought, [])).rejects.toMatchObject({ code: "lot_empty" })
        const dated = { ...bought, harvested_from: "2026-10-01", harvested_to: "2026-10-09" }
        const { lot: sealed, shares } = await service.sealLot(dated, [])
        expect(sealed).toMatchObject({ unattributed_g: 5000, purchase_fen_per_kg: null })
        expect(sealed).toMatchObject({ harvested_from: "2026-10-01", harvested_to: "2026-10-09" })
        expect(shares).toMatchObject([{ household_id: null, parts: "1" }])
      })

      it.each([
        [{ delivery_ids: ["dlv_none"] }, "delivery_unknown"],
        [{ delivery_ids: [] }, "lot_empty"],
        [{ seller_id: "sel_other" }, "delivery_of_other_seller"],
        [{ product_kind: "pear" }, "delivery_kind_mismatched"],
        [{ township_code: "513423100" }, "delivery_outside_division"],
        [{ net_g: 1_000_001 }, "lot_output_over"],
        [{ expires_on: "tomorrow" }, "lot_weight_invalid"],
        [{ expires_on: "2026-10-20" }, "lot_expiry_past"],
        [{ input_lots: [{ lot_id: "lot_none", net_g: 1 }] }, "lot_unknown"],
      ])("refuses %j: %s", async (change, code) => {
        await service.recordDeliveries([delivery(), SECOND])
        await expect(service.sealLot(lot(change), STATUSES)).rejects.toMatchObject({ code })
        expect(await service.listLots()).toEqual([])
      })

      it("refuses what is not confirmed, in another lot, or a code twice", async () => {
        await service.recordDeliveries([
          delivery({ id: "dlv_open", confirmed_at: null, confirmed_via: null }),
        ])
        const unconfirmed = lot({ delivery_ids: ["dlv_open"] })
        await expect(service.sealLot(unconfirmed, [])).rejects.toMatchObject({
          code: "delivery_unconfirmed",
        })
        await sealHarvest(service)
        await expect(service.sealLot(lot({ code: "B" }), STATUSES)).rejects.toMatchObject({
          code: "delivery_already_in_lot",
        })
        await expect(service.sealLot(lot(), STATUSES)).rejects.toMatchObject({
          code: "lot_code_taken",
        })
      })

      it("refuses more of an input lot than is left of it", async () => {
        const raw = await sealHarvest(service)
        const take = (code: string, net_g: number) =>
          service.sealLot(
            lot({ code, delivery_ids: [], input_lots: [{ lot_id: raw.id, net_g }] }),
            [],
          )
        await take("B1", 600_000)
        await expect(take("B2", 400_001)).rejects.toMatchObject({ code: "lot_input_over" })
        await take("B2", 400_000)
      })

      it("is undone whole, so that its deliveries are free again", async () => {
        const sealed = await sealHarvest(service)
        await service.discardLot(sealed.id)
        expect((await service.deliveriesOf(["dlv_a"]))[0]?.used_in).toBeNull()
        expect(await service.listLotShares()).toEqual([])
      })

      it("lets nobody rewrite the composition", async () => {
        await sealHarvest(service)
        const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)
        await expect(run("update lot_share set parts = '9'")).rejects.toThrow(/composition/)
        await expect(run("update lot_input set net_g = 1")).rejects.toThrow(/composition/)
        await expect(run("delete from lot")).rejects.toThrow(/lot_input_lot_id_fk|lot_share_lot/)
      })
    })

    describe("volumesOf", () => {
      it("sums confirmed deliveries per seller", async () => {
        await service.recordDeliveries([
          delivery(),
          SECOND,
          delivery({ id: "dlv_open", confirmed_at: null, confirmed_via: null }),
        ])
        expect(await service.volumesOf([SELLER, "sel_none"])).toEqual([
          { seller_id: SELLER, delivered_g: 1_000_000, household_count: 2 },
          { seller_id: "sel_none", delivered_g: 0, household_count: 0 },
        ])
      })
    })
  },
})
