import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import {
  APPLE_LOT,
  basis,
  capture,
  OTHER_VILLAGE,
  refund,
  share,
  VILLAGE,
  YANYUAN,
} from "../../testing/sale"
import type LedgerModuleService from "./service"

jest.setTimeout(60_000)

const OCTOBER = { divisionPrefix: YANYUAN, month: "2026-10" }
const NOVEMBER = { divisionPrefix: YANYUAN, month: "2026-11" }
const BOTH = { divisionPrefix: YANYUAN, from: "2026-10", to: "2026-11" }

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    // Figures must not depend on how far the rollups are folded.
    describe.each(["not folded", "folded between"])("the reads, %s", (folding) => {
      /** October: apples for 60 yuan in Yanyuan; November: 10 yuan refunded, and a sale in Huili. */
      beforeEach(async () => {
        await service.postLineEvents([
          capture(6000),
          capture(900, {
            order_id: "order_2",
            line_item_id: "ordli_2",
            source_id: "capt_2",
            effective_at: "2026-11-10T00:00:00Z",
            basis: basis({
              product_id: "prod_pomegranate",
              seller_id: "sel_huili",
              seller_county_code: "513402",
              lots: [
                {
                  ...APPLE_LOT,
                  lot_id: "lot_p",
                  shares: [share("hh_huili", true, "513402101201", "1")],
                },
              ],
            }),
          }),
        ])
        if (folding !== "not folded") {
          await service.foldRollups()
        }
        await service.postLineEvents([refund(1000)])
      })

      describe("attributedSales", () => {
        it("sums a division and all below it", async () => {
          expect(await service.attributedSales(OCTOBER)).toEqual({
            sales_fen: 6000,
            earned_fen: 0,
            captured_fen: 6000,
            enrolled_fen: 3000,
            other_fen: 2000,
            unattributed_fen: 1000,
            enrolled_household_count: 1,
            other_household_count: 1,
          })
          expect(
            await service.attributedSales({
              divisionPrefix: "5134",
              from: "2026-10",
              to: "2026-11",
            }),
          ).toMatchObject({ sales_fen: 5900, enrolled_fen: 3400, enrolled_household_count: 2 })
        })

        it("shows a refund in its own month and leaves the closed month alone", async () => {
          expect(await service.attributedSales(NOVEMBER)).toMatchObject({
            sales_fen: -1000,
            captured_fen: 0,
            enrolled_fen: -500,
            enrolled_household_count: 0,
          })
          expect(await service.attributedSales(BOTH)).toMatchObject({ sales_fen: 5000 })
        })

        it("counts what grew in a township there, and nothing of its neighbour", async () => {
          expect(
            await service.attributedSales({ divisionPrefix: "513423101", month: "2026-10" }),
          ).toMatchObject({
            sales_fen: 3000,
            enrolled_fen: 3000,
            other_fen: 0,
            unattributed_fen: 0,
          })
        })

        it("is all zeros where nothing was sold", async () => {
          const nothing = await service.attributedSales({ divisionPrefix: "65", month: "2026-10" })
          expect(new Set(Object.values(nothing))).toEqual(new Set([0]))
        })

        it.each([
          [{ divisionPrefix: "5", month: "2026-10" }, "division_code_invalid"],
          [{ divisionPrefix: "51342%", month: "2026-10" }, "division_code_invalid"],
          [{ divisionPrefix: "", month: "2026-10" }, "division_code_invalid"],
          [{ divisionPrefix: "51", month: "2026" }, "month_invalid"],
        ])("refuses %j", async (scope, code) => {
          await expect(service.attributedSales(scope)).rejects.toMatchObject({ code })
        })
      })

      describe("byChild", () => {
        it("sums to the parent, what has no township under the county itself", async () => {
          const rows = await service.byChild(OCTOBER)
          expect(rows.map(({ key, sales_fen }) => [key, sales_fen])).toEqual([
            ["513423", 1000],
            ["513423101", 3000],
            ["513423102", 2000],
          ])
        })

        it("lists the counties of a prefecture", async () => {
          const rows = await service.byChild({ divisionPrefix: "5134", month: "2026-11" })
          expect(rows.map(({ key, sales_fen }) => [key, sales_fen])).toEqual([
            ["513402", 900],
            ["513423", -1000],
          ])
        })

        it("shows a village as its only row", async () => {
          const rows = await service.byChild({ divisionPrefix: VILLAGE, month: "2026-10" })
          expect(rows.map(({ key }) => key)).toEqual([VILLAGE])
        })
      })

      describe("byMonth", () => {
        it("shows every month of the period, also without sales", async () => {
          const rows = await service.byMonth({ ...BOTH, from: "2026-09" })
          expect(rows.map(({ key, sales_fen }) => [key, sales_fen])).toEqual([
            ["2026-09", 0],
            ["2026-10", 6000],
            ["2026-11", -1000],
          ])
        })
      })

      describe("householdTotals", () => {
        it("lists households, richest first, with the count and total of all", async () => {
          expect(await service.householdTotals({ ...OCTOBER, limit: 1, offset: 0 })).toEqual({
            households: [
              {
                household_id: "hh_amu",
                village_code: VILLAGE,
                enrolled_fen: 3000,
                other_fen: 0,
                attributed_fen: 3000,
                entry_count: 1,
                last_effective_on: "2026-10-31",
              },
            ],
            count: 2,
            total_fen: 5000,
          })
        })

        it("keeps count and total beyond the last page", async () => {
          expect(await service.householdTotals({ ...OCTOBER, limit: 10, offset: 10 })).toEqual({
            households: [],
            count: 2,
            total_fen: 5000,
          })
        })

        it("narrows to the households asked for", async () => {
          const householdIds = ["hh_wuniu", "hh_huili"]
          const page = { ...OCTOBER, limit: 9, offset: 0 }
          const { households, count } = await service.householdTotals({ ...page, householdIds })
          expect(households.map(({ household_id }) => household_id)).toEqual(["hh_wuniu"])
          expect(count).toBe(1)
        })
      })

      describe("householdTotals of one account", () => {
        it("leaves out the households of the other", async () => {
          const account = "other_household"
          const page = await service.householdTotals({ ...OCTOBER, account, limit: 9, offset: 0 })
          expect(page).toMatchObject({ count: 1, total_fen: 2000 })
          expect(page.households).toMatchObject([{ household_id: "hh_wuniu", other_fen: 2000 }])
        })
      })

      describe("householdAmounts", () => {
        it("answers the net of each household of the account", async () => {
          expect(
            await service.householdAmounts("5134", { from: "2026-10", to: "2026-11" }),
          ).toEqual([
            { household_id: "hh_amu", amount_fen: 2500 },
            { household_id: "hh_huili", amount_fen: 900 },
          ])
          expect(await service.householdAmounts(YANYUAN, "2026-10", "other_household")).toEqual([
            { household_id: "hh_wuniu", amount_fen: 2000 },
          ])
        })
      })

      describe("entriesOfHousehold", () => {
        it("explains a figure entry by entry, newest first", async () => {
          const { entries, count, total_fen } = await service.entriesOfHousehold("hh_amu")
          expect([count, total_fen]).toEqual([2, 2500])
          expect(entries).toEqual([
            expect.objectContaining({
              kind: "refund",
              effective_on: "2026-11-03",
              amount_fen: -500,
              line_goods_fen: -1000,
              corrects_id: entries[1]?.id,
            }),
            expect.objectContaining({
              kind: "capture",
              effective_on: "2026-10-31",
              order_id: "order_1",
              amount_fen: 3000,
              line_goods_fen: 6000,
              share_numerator: "3",
              share_denominator: "6",
            }),
          ])
        })

        it("shows one month, page by page", async () => {
          const month = await service.entriesOfHousehold("hh_amu", "2026-10")
          expect(month.entries.map(({ kind }) => kind)).toEqual(["capture"])
          const beyond = await service.entriesOfHousehold("hh_amu", null, { limit: 1, offset: 5 })
          expect(beyond).toEqual({ entries: [], count: 2, total_fen: 2500 })
        })
      })

      describe("effectOfOrder", () => {
        it("sums an order net of refunds and names nobody", async () => {
          expect(await service.effectOfOrder("order_1")).toEqual({
            is_posted: true,
            goods_fen: 5000,
            enrolled_fen: 2500,
            other_fen: 1667,
            unattributed_fen: 833,
            household_count: 2,
            enrolled_household_count: 1,
            by_seller: [
              {
                seller_id: "sel_yanyuan",
                county_code: YANYUAN,
                attributed_fen: 4167,
                unattributed_fen: 833,
                household_count: 2,
              },
            ],
          })
        })

        it("says when an order is not in the books yet", async () => {
          expect(await service.effectOfOrder("order_9")).toMatchObject({
            is_posted: false,
            goods_fen: 0,
            by_seller: [],
          })
        })
      })

      describe("effectOfCounty", () => {
        it("sums what a county's goods did, with households by village", async () => {
          expect(await service.effectOfCounty(YANYUAN, "2026-10", "2026-11")).toEqual({
            from: "2026-10",
            to: "2026-11",
            sold_g: 5000,
            attributed_fen: 4167,
            household_count: 2,
            median_fen: 2084,
            by_village: [
              { village_code: VILLAGE, household_count: 1 },
              { village_code: OTHER_VILLAGE, household_count: 1 },
            ],
          })
        })

        it("does not count goods that were refunded whole", async () => {
          await service.postLineEvents([refund(6000, { source_id: "ref_2" })])
          expect(await service.effectOfCounty(YANYUAN, "2026-10", "2026-11")).toMatchObject({
            sold_g: 0,
            attributed_fen: 0,
            household_count: 0,
            by_village: [],
          })
        })
      })

      describe("bySplit", () => {
        it.each([
          ["seller", "sel_yanyuan", "sel_huili"],
          ["product", "prod_apple", "prod_pomegranate"],
        ] as const)("sums by %s, largest first", async (split, first, second) => {
          const scope = { divisionPrefix: "51", from: "2026-10", to: "2026-11" }
          const rows = await service.bySplit(scope, split)
          expect(rows.map(({ key, sales_fen }) => [key, sales_fen])).toEqual([
            [first, 5000],
            [second, 900],
          ])
        })

        it("splits a township too", async () => {
          const scope = { divisionPrefix: "513423101", month: "2026-10" }
          expect(await service.bySplit(scope, "product")).toMatchObject([
            { key: "prod_apple", sales_fen: 3000 },
          ])
        })

        it("sums by circle", async () => {
          expect(await service.bySplit(OCTOBER, "circle")).toMatchObject([
            { key: "big", sales_fen: 6000, captured_fen: 6000, enrolled_fen: 3000 },
          ])
        })
      })

      describe("postedSourceIds", () => {
        it("tells posted captures from missing ones", async () => {
          const ids = await service.postedSourceIds("capture", [
            "capt_1",
            "capt_2",
            "capt_3",
            "ref_1",
          ])
          expect(ids).toEqual(["capt_1", "capt_2"])
        })
      })

      describe("the rollup", () => {
        it("says what the entries say", async () => {
          await service.foldRollups()
          expect(await service.rollupDifferences("2026-10")).toEqual([])
          expect(await service.rollupDifferences("2026-11")).toEqual([])
        })
      })
    })
  },
})
