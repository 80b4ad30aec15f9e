import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { createMedusaContainer } from "@medusajs/framework/utils"
import { asValue } from "@medusajs/framework/awilix"
import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE } from "."
import { allocateLotsStep, type AllocateLotsInput } from "../../workflows/steps/allocate-lots"
import type LotModuleService from "./service"
import { delivery, lot, offer, pack, sealHarvest, SELLER } from "./testing/orchard"

jest.setTimeout(60_000)

const TODAY = "2026-11-21"
const line = (line_item_id: string, quantity: number) => ({
  line_item_id,
  variant_id: "variant_1",
  quantity,
})

const failStep = createStep("fail", async () => {
  throw new RangeError("the order does not come about")
})

/** An order that fails after its lots were allocated. */
const failingOrderWorkflow = createWorkflow("failing-order", (input: AllocateLotsInput) => {
  const allocated = allocateLotsStep(input)
  failStep()
  return new WorkflowResponse(allocated)
})

moduleIntegrationTestRunner<LotModuleService>({
  moduleName: LOT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    const stock = async () =>
      (await service.listVariantStock(["variant_1"], TODAY))[0]?.stocked_units
    const allocate = (order_id: string, lines: ReturnType<typeof line>[], on = TODAY) =>
      service.allocateLots({ order_id, lines, on })

    describe("packLot", () => {
      it("adds units, never beyond the lot's weight", async () => {
        const { id } = await sealHarvest(service)
        const owned = { lot_id: id, seller_id: SELLER }
        await service.packLot({ ...owned, packs: [pack({ units: 300 })] })
        const { packs } = await service.packLot({ ...owned, packs: [pack({ units: 100 })] })
        expect(packs).toMatchObject([{ packed_units: 400, lot_code: "YY1018A" }])
        await expect(
          service.packLot({ ...owned, packs: [pack({ units: 1 })] }),
        ).rejects.toMatchObject({ code: "lot_packed_over" })
        await service.unpackLot(id, [{ variant_id: "variant_1", units: 400 }])
        expect(await service.listLotPacks()).toEqual([])
      })

      it.each([
        [{ seller_id: "sel_other" }, {}, "lot_unknown"],
        [{}, { gtin: "09521234543214" }, "pack_gtin_invalid"],
        [{}, { units: 1.5 }, "pack_quantity_invalid"],
        [{}, { unit_g: 5000 }, "pack_mismatched"],
        [{}, { gtin: "09521234000006" }, "pack_mismatched"],
        [{}, { variant_id: "variant_2" }, "pack_mismatched"],
      ])("refuses %j %j: %s", async (change, packChange, code) => {
        const { id } = await sealHarvest(service)
        const owned = { lot_id: id, seller_id: SELLER }
        await service.packLot({ ...owned, packs: [pack({ units: 1 })] })
        const packs = [pack({ units: 1, ...packChange })]
        await expect(service.packLot({ ...owned, ...change, packs })).rejects.toMatchObject({
          code,
        })
      })
    })

    describe("packLot, of goods of another kind", () => {
      it("refuses goods under a product that was packed from something else", async () => {
        const { id } = await sealHarvest(service)
        await service.packLot({ lot_id: id, seller_id: SELLER, packs: [pack({ units: 1 })] })
        await service.recordDeliveries([delivery({ id: "dlv_pear", product_kind: "pear" })])
        const pears = lot({ code: "YY1019P", product_kind: "pear", delivery_ids: ["dlv_pear"] })
        const { lot: other } = await service.sealLot(pears, [])
        const owned = { lot_id: other.id, seller_id: SELLER }
        await expect(
          service.packLot({ ...owned, packs: [pack({ units: 1 })] }),
        ).rejects.toMatchObject({ code: "pack_kind_other" })
        const own = pack({ product_id: "prod_pear", variant_id: "variant_pear", units: 1 })
        await service.packLot({ ...owned, packs: [{ ...own, gtin: "09521234000006" }] })
      })
    })

    describe("listLot", () => {
      it("needs a certificate, at sealing or at listing", async () => {
        const { id } = await sealHarvest(service, { certificate: null })
        const owned = { lot_id: id, seller_id: SELLER }
        await expect(service.listLot(owned)).rejects.toMatchObject({ code: "certificate_missing" })
        const certificate = { number: "DEMO-2", issued_on: "2026-10-22" }
        const { lots, previous } = await service.listLot({ ...owned, certificate })
        expect(lots[0]).toMatchObject({ status: "listed", certificate_number: "DEMO-2" })
        await service.putBackLots(previous)
        expect((await service.lotsOf([id]))[0]).toMatchObject({
          status: "sealed",
          listed_at: null,
          certificate_number: null,
        })
      })
    })

    describe("allocateLots", () => {
      it("takes the lot that expires first, and running twice allocates once", async () => {
        const late = await offer(service, "LATE", "2027-03-31", 10)
        const soon = await offer(service, "SOON", "2026-12-24", 3)
        const first = await allocate("order_1", [line("ordli_1", 5)])
        expect(first.allocations.map(({ lot_id, units, grams }) => [lot_id, units, grams])).toEqual(
          [
            [soon.id, 3, 7500],
            [late.id, 2, 5000],
          ],
        )
        const second = await allocate("order_1", [line("ordli_1", 5)])
        expect(second.created_ids).toEqual([])
        expect(second.allocations).toEqual(first.allocations)
      })

      it("refuses more than the listed lots hold, and takes nothing then", async () => {
        await offer(service, "ONLY", "2027-03-31", 5)
        await expect(allocate("order_1", [line("a", 3), line("b", 3)])).rejects.toMatchObject({
          code: "lot_stock_short",
        })
        expect((await allocate("order_2", [line("c", 5)])).allocations).toHaveLength(1)
      })

      it("sells no expired lot, and shows none as stock", async () => {
        await offer(service, "OLD", "2026-11-20", 5)
        expect(await stock()).toBe(0)
        await expect(allocate("order_1", [line("a", 1)])).rejects.toMatchObject({
          code: "lot_stock_short",
        })
        await allocate("order_0", [line("b", 2)], "2026-11-20")
        // What an order of yesterday holds stays in stock until it ships.
        expect(await stock()).toBe(2)
      })

      it("sells the last unit once to many buyers at the same moment", async () => {
        await offer(service, "ONLY", "2027-03-31", 3)
        const results = await Promise.allSettled(
          Array.from({ length: 8 }, (_, i) => allocate(`order_${i}`, [line(`ordli_${i}`, 1)])),
        )
        expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3)
      })

      it("gives its units back when the order fails afterwards", async () => {
        await offer(service, "ONLY", "2027-03-31", 2)
        const container = createMedusaContainer()
        container.register(LOT_MODULE, asValue(service))
        const input = { order_id: "order_1", lines: [line("ordli_1", 2)], on: TODAY }
        const { errors } = await failingOrderWorkflow(container).run({
          input,
          throwOnError: false,
        })
        expect(errors).toHaveLength(1)
        expect(await service.allocationsOf(["ordli_1"])).toEqual([])
        const again = await allocate("order_1", [line("ordli_1", 2)])
        expect(again.allocations).toMatchObject([{ state: "allocated", units: 2 }])
      })
    })

    describe("shipAllocations", () => {
      it("takes shipped units out of stock, once", async () => {
        await offer(service, "ONLY", "2027-03-31", 10)
        await allocate("order_1", [line("ordli_1", 4)])
        expect(await stock()).toBe(10)
        const input = { order_id: "order_1", line_item_ids: ["ordli_1"] }
        const { shipped_ids, variant_ids } = await service.shipAllocations(input)
        expect(variant_ids).toEqual(["variant_1"])
        expect(await service.shipAllocations(input)).toEqual({ shipped_ids: [], variant_ids: [] })
        expect(await stock()).toBe(6)
        await service.unshipAllocations(shipped_ids)
        expect(await stock()).toBe(10)
      })
    })

    describe("recallLot", () => {
      it("stops the stock at once, and finds every order that holds the lot", async () => {
        const { id } = await offer(service, "BAD", "2027-03-31", 10)
        await allocate("order_1", [line("ordli_1", 1)])
        const recalled = await service.recallLot({ lot_id: id, seller_id: SELLER })
        expect(recalled.variant_ids).toEqual(["variant_1"])
        expect(await stock()).toBe(0)
        await expect(allocate("order_2", [line("a", 1)])).rejects.toMatchObject({
          code: "lot_stock_short",
        })
        expect(await service.ordersHolding(id)).toEqual(["order_1"])
        const owned = { lot_id: id, seller_id: SELLER }
        await expect(service.listLot(owned)).rejects.toMatchObject({ code: "lot_recalled" })
        await service.putBackLots(recalled.previous)
        expect(await stock()).toBe(10)
      })

      it("stops what was made from the lot, whoever made it", async () => {
        const raw = await sealHarvest(service)
        const blend = lot({
          seller_id: "sel_maker",
          code: "JUICE",
          delivery_ids: [],
          input_lots: [{ lot_id: raw.id, net_g: 1000 }],
        })
        const { lot: juice } = await service.sealLot(blend, [])
        const { lots } = await service.recallLot({ lot_id: raw.id, seller_id: SELLER })
        expect(new Set(lots.map(({ id }) => id))).toEqual(new Set([raw.id, juice.id]))
        expect(lots.every(({ status }) => status === "recalled")).toBe(true)
        const more = lot({ ...blend, code: "JUICE2" })
        await expect(service.sealLot(more, [])).rejects.toMatchObject({ code: "lot_recalled" })
      })
    })

    it("keeps a delivery that a lot holds", async () => {
      await sealHarvest(service)
      await expect(service.withdrawDeliveries([delivery().id!])).rejects.toThrow(/dlv_a/)
    })
  },
})
