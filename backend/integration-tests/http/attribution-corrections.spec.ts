import type { MedusaContainer } from "@medusajs/framework/types"
import { lastDayOf, shanghaiDay } from "@shangxing/attribution/domain/period"
import {
  importHouseholdsWorkflow,
  listLotWorkflow,
  moveAllocationWorkflow,
  packLotWorkflow,
} from "@shangxing/provenance/workflows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import correctMissedAttribution from "../../src/jobs/correct-missed-attribution"
import earnClosedSales from "../../src/jobs/earn-closed-sales"
import { correctMovedLines } from "../../src/workflows/correct-attribution"
import { buyer } from "../support/buyer"
import { eventually } from "../support/eventually"
import { harvestLot } from "../support/grower"
import { consignmentsBySeller, deliveredDaysAgo } from "../support/money"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

const goodsFen = 3 * 6800

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let orderId: string

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
    })

    beforeEach(async () => {
      container = getContainer()
      const wanted = [{ variantId: scene.apples.variantId, quantity: 3 }]
      orderId = (await buyer(api, scene.shop).buy(wanted)).orderId
      await eventually(utils, async () => (await effect()).is_posted)
    })
    // The next test has a database of its own: what is told late would find it closed.
    afterEach(async () => {
      await utils.waitWorkflowExecutions()
    })

    const effect = () => modules.ledger(container).effectOfOrder(orderId)
    const today = () => shanghaiDay(new Date())
    const corrections = async (kind = "correction") =>
      await modules.ledger(container).listLedgerTransactions({ order_id: orderId, kind })
    const fenOf = async (householdId: string) =>
      (await modules.ledger(container).entriesOfHousehold(householdId)).total_fen

    /** A document of long ago that is imported today. */
    const restate = (id: string, isEnrolled: boolean, document = "补-1") =>
      importHouseholdsWorkflow(container).run({
        input: {
          households: [
            {
              registry_key: `DEMO-${id}`,
              head_name: "阿木测试",
              head_count: 4,
              village_code: scene.apples.seed.villageCode,
              statuses: [
                {
                  label_zh: isEnrolled ? "脱贫户" : "一般农户",
                  is_enrolled: isEnrolled,
                  valid_from: "2021-01-01",
                  document_number: document,
                },
              ],
            },
          ],
        },
      })

    it("reclassifies past sales of a household whose status is corrected late", async () => {
      const before = await effect()
      const fen = await fenOf("hh_yy4")
      expect(before).toMatchObject({ goods_fen: goodsFen, other_fen: fen })
      await restate("hh_yy4", true)
      await eventually(utils, async () => (await effect()).other_fen === 0)
      expect(await effect()).toMatchObject({
        goods_fen: goodsFen,
        enrolled_fen: before.enrolled_fen + fen,
        other_fen: 0,
      })
      expect(await corrections()).toHaveLength(1)
      const { entries } = await modules.ledger(container).entriesOfHousehold("hh_yy4")
      const written = entries.filter(({ kind }) => kind === "correction")
      expect(written.map(({ amount_fen }) => amount_fen).sort((a, b) => a - b)).toEqual([-fen, fen])
      for (const entry of written) {
        expect(entry).toMatchObject({ effective_on: today(), line_goods_fen: 0 })
      }
      await Promise.all([1, 2].map(() => correctMissedAttribution(container)))
      expect(await corrections()).toHaveLength(1)

      // There and back again: another document is another cause.
      await restate("hh_yy4", false, "补-2")
      await eventually(utils, async () => (await effect()).other_fen === fen)
      expect(await effect()).toEqual(before)
    })

    it("counts a later sale of the same lot under the corrected status", async () => {
      await restate("hh_yy4", true)
      await eventually(utils, async () => (await effect()).other_fen === 0)
      const wanted = [{ variantId: scene.apples.variantId, quantity: 1 }]
      orderId = (await buyer(api, scene.shop).buy(wanted)).orderId
      await eventually(utils, async () => (await effect()).is_posted)
      await correctMissedAttribution(container)
      expect(await effect()).toMatchObject({ goods_fen: 6800, enrolled_fen: 6800, other_fen: 0 })
    })

    it("moves attribution to the households of the lot that was picked", async () => {
      const { sellerId, seed, productId, variantId, lotId } = scene.apples
      const second = await harvestLot(container, scene.apples, { code: "second-1", grams: 50_000 })
      const pack = { variant_id: variantId, product_id: productId, gtin: seed.gtin, unit_g: 2500 }
      const packed = { lot_id: second, seller_id: sellerId, packs: [{ ...pack, units: 10 }] }
      await packLotWorkflow(container).run({ input: packed })
      await listLotWorkflow(container).run({ input: { lot_id: second, seller_id: sellerId } })
      const [held] = await modules.lots(container).listLotAllocations({ order_id: orderId })
      const { result: move } = await moveAllocationWorkflow(container).run({
        input: {
          seller_id: sellerId,
          line_item_id: held!.line_item_id,
          from_lot_id: lotId,
          to_lot_id: second,
          units: 3,
          reason: "拣货时用了后一批",
          moved_by: "海来",
        },
      })
      await eventually(utils, async () => (await fenOf("hh_yy1")) === goodsFen)
      expect(await effect()).toMatchObject({ goods_fen: goodsFen, enrolled_fen: goodsFen })
      for (const id of ["hh_yy2", "hh_yy3", "hh_yy4"]) expect(await fenOf(id)).toBe(0)
      expect(await corrections()).toMatchObject([{ source_id: move.id }])
      await correctMovedLines(container, [move.id])
      await correctMissedAttribution(container)
      expect(await corrections()).toHaveLength(1)
    })

    it("earns what was sold once the buyer's time to claim is over, and once only", async () => {
      const month = today().slice(0, 7)
      const days = { from: `${month}-01`, to: lastDayOf(month) }
      const figures = async () =>
        (await modules.ledger(container).sales({ division: "513423", ...days }))[0]
      const { id } = (await consignmentsBySeller(container, orderId)).get(scene.apples.sellerId)!
      await deliveredDaysAgo(container, id, 6)
      await earnClosedSales(container)
      expect(await figures()).toMatchObject({ sales_fen: goodsFen, earned_fen: 0 })
      await deliveredDaysAgo(container, id, 8)
      await Promise.all([earnClosedSales(container), earnClosedSales(container)])
      await earnClosedSales(container)
      expect(await figures()).toMatchObject({ sales_fen: goodsFen, earned_fen: goodsFen })
      expect(await corrections("earn")).toHaveLength(1)
    })
  },
})
