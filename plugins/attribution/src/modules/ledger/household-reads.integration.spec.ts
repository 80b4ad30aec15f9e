import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import { OTHER_VILLAGE, refund, VILLAGE, YANYUAN } from "../../testing/sale"
import { postTwoMonths } from "../../testing/two-months"
import type LedgerModuleService from "./service"

jest.setTimeout(60_000)

const OCTOBER = { divisionPrefix: YANYUAN, month: "2026-10" }

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    // Figures must not depend on how far the rollups are folded.
    describe.each(["not folded", "folded between"])("reads of households, %s", (folding) => {
      beforeEach(async () => {
        await postTwoMonths(service, folding === "folded between")
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
    })
  },
})
