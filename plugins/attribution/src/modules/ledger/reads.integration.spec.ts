import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import { VILLAGE, YANYUAN } from "../../testing/sale"
import { postTwoMonths } from "../../testing/two-months"
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
      beforeEach(async () => {
        await postTwoMonths(service, folding === "folded between")
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
