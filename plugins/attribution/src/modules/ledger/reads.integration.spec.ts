import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import { VILLAGE, YANYUAN } from "../../testing/sale"
import { postTwoMonths } from "../../testing/two-months"
import type LedgerModuleService from "./service"
import type { SalesKey, SalesScope } from "./types"

jest.setTimeout(60_000)

const OCTOBER = { division: YANYUAN, from: "2026-10-01", to: "2026-10-31" }
const NOVEMBER = { division: YANYUAN, from: "2026-11-01", to: "2026-11-30" }
const BOTH = { from: "2026-10-01", to: "2026-11-30" }

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

      describe("sales", () => {
        it("sums a division and all below it", async () => {
          expect(await service.sales(OCTOBER)).toEqual([
            {
              ...{ child: null, month: null, circle: null, seller: null, product: null },
              sales_fen: 6000,
              earned_fen: 0,
              captured_fen: 6000,
              refunded_fen: 0,
              enrolled_fen: 3000,
              other_fen: 2000,
              unattributed_fen: 1000,
            },
          ])
          expect(await service.sales({ ...BOTH, division: "5134" })).toMatchObject([
            { sales_fen: 5900, enrolled_fen: 3400 },
          ])
        })

        it("shows a refund in its own month and leaves the closed month alone", async () => {
          expect(await service.sales(NOVEMBER)).toMatchObject([
            { sales_fen: -1000, captured_fen: 0, refunded_fen: 1000, enrolled_fen: -500 },
          ])
          expect(await service.sales({ ...BOTH, division: YANYUAN })).toMatchObject([
            { sales_fen: 5000 },
          ])
        })

        it("counts what grew in a township there, and nothing of its neighbour", async () => {
          expect(await service.sales({ ...OCTOBER, division: "513423101" })).toMatchObject([
            { sales_fen: 3000, enrolled_fen: 3000, other_fen: 0, unattributed_fen: 0 },
          ])
        })

        it("is all zeros where nothing was sold", async () => {
          const [nothing] = await service.sales({ ...OCTOBER, division: "65" })
          expect(new Set(Object.values(nothing!))).toEqual(new Set([null, 0]))
        })
      })

      describe("sales by child", () => {
        const told = async (scope: SalesScope, by: SalesKey) =>
          (await service.sales(scope, [by])).map((row) => [row[by], row.sales_fen])

        it("sum to the parent, what has no township under the county itself", async () => {
          expect(await told(OCTOBER, "child")).toEqual([
            ["513423", 1000],
            ["513423101", 3000],
            ["513423102", 2000],
          ])
        })

        it("list the counties of a prefecture", async () => {
          expect(await told({ ...NOVEMBER, division: "5134" }, "child")).toEqual([
            ["513402", 900],
            ["513423", -1000],
          ])
        })

        it("show a village as its only row", async () => {
          expect(await told({ ...OCTOBER, division: VILLAGE }, "child")).toEqual([[VILLAGE, 3000]])
        })

        it("are told apart by month", async () => {
          expect(await told({ ...BOTH, division: YANYUAN }, "month")).toEqual([
            ["2026-10", 6000],
            ["2026-11", -1000],
          ])
        })

        it.each([
          ["seller", "sel_huili", "sel_yanyuan"],
          ["product", "prod_apple", "prod_pomegranate"],
        ] as const)("are told apart by %s", async (split, ...keys) => {
          const rows = new Map([
            ["sel_yanyuan", 5000],
            ["prod_apple", 5000],
            ["sel_huili", 900],
            ["prod_pomegranate", 900],
          ])
          expect(await told({ ...BOTH, division: "51" }, split)).toEqual(
            keys.map((key) => [key, rows.get(key)]),
          )
        })

        it("are told apart in a township too", async () => {
          expect(await told({ ...OCTOBER, division: "513423101" }, "product")).toEqual([
            ["prod_apple", 3000],
          ])
        })

        it("are told apart by circle", async () => {
          expect(await service.sales(OCTOBER, ["circle"])).toMatchObject([
            { circle: "big", sales_fen: 6000, captured_fen: 6000, enrolled_fen: 3000 },
          ])
        })
      })

      describe("sellingHouseholds", () => {
        const counts = async (scope: SalesScope) =>
          (await service.sellingHouseholds(scope))
            .map(({ child, enrolled_count, other_count }) => [child, enrolled_count, other_count])
            .filter(([, enrolled, other]) => enrolled !== 0 || other !== 0)

        it("counts who stands above zero, below the division", async () => {
          expect(await counts(OCTOBER)).toEqual([
            ["513423101", 1, 0],
            ["513423102", 0, 1],
          ])
          expect(await counts({ ...BOTH, division: "5134" })).toEqual([
            ["513402", 1, 0],
            ["513423", 1, 1],
          ])
        })

        it("counts nobody whose month is a refund", async () => {
          expect(await counts(NOVEMBER)).toEqual([])
        })
      })

      describe("lotSales", () => {
        it("tells what of a lot was sold, and where its growers live", async () => {
          expect(await service.lotSales({ ...BOTH, division: "5134" })).toEqual([
            { child: "513402", lot_id: "lot_p", sales_fen: 900, sold_g: 5000 },
            { child: "513423", lot_id: "lot_apple", sales_fen: 5000, sold_g: 5000 },
          ])
        })

        it("leaves out a lot that was only given back", async () => {
          expect(await service.lotSales(NOVEMBER)).toEqual([])
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
