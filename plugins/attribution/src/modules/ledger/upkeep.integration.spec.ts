import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import { capture, refund } from "../../testing/sale"
import type LedgerModuleService from "./service"

jest.setTimeout(120_000)

type Row = Record<string, string | null>

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const rows = async (sql: string): Promise<Row[]> =>
      await MikroOrmWrapper.forkManager().execute<Row[]>(sql)

    describe("folding", () => {
      const sales = Array.from({ length: 30 }, (_, i) =>
        capture(1000 + i, {
          order_id: `order_${i}`,
          line_item_id: `ordli_${i}`,
          source_id: `capt_${i}`,
        }),
      )
      const year = { division: "51", from: "2026-01-01", to: "2026-12-31" }
      const figures = async () => ({
        sales: await service.sales(year),
        households: await service.sellingHouseholds(year),
        lots: await service.lotSales(year),
      })

      it("changes no figure, by itself, twice at once, or between postings", async () => {
        for (const sale of sales) {
          await service.postLineEvents([sale])
        }
        const before = await figures()
        await Promise.all([service.foldRollups(7), service.foldRollups(7), service.foldRollups(7)])
        expect(await figures()).toEqual(before)
        await service.postLineEvents([
          refund(1000, { order_id: "order_0", line_item_id: "ordli_0" }),
        ])
        await service.foldRollups(7)
        for (const table of ["ledger_rollup_delta", "ledger_lot_sold_delta"]) {
          expect(await rows(`select 1 as left_over from ${table}`)).toEqual([])
        }
        const [sold] = before.sales
        expect(await service.sales(year)).toMatchObject([{ sales_fen: sold!.sales_fen - 1000 }])
        for (const month of ["2026-10", "2026-11"]) {
          expect(await service.rollupDifferences(month)).toEqual([])
        }
      })

      it("leaves everything as it was when it is killed halfway", async () => {
        await service.postLineEvents(sales)
        const before = await figures()
        await rows(
          "alter table ledger_division_households add constraint killed check (household_count < 0)",
        )
        await expect(service.foldRollups()).rejects.toThrow(/killed/)
        expect(await figures()).toEqual(before)
        expect(await rows("select 1 as folded from ledger_month_rollup")).toEqual([])

        await rows("alter table ledger_division_households drop constraint killed")
        expect(await service.foldRollups()).toBeGreaterThan(0)
        expect(await figures()).toEqual(before)
        expect(await service.rollupDifferences("2026-10")).toEqual([])
      })

      it("is not waited for by postings, nor waits for them", async () => {
        await Promise.all([
          ...sales.map((sale) => service.postLineEvents([sale])),
          ...Array.from({ length: 5 }, () => service.foldRollups(5)),
        ])
        await service.foldRollups()
        expect(await service.sales(year)).toMatchObject([{ sales_fen: 30 * 1000 + (29 * 30) / 2 }])
        expect(await service.rollupDifferences("2026-10")).toEqual([])
      })
    })

    describe("the partitions", () => {
      it("are created ahead, once", async () => {
        const now = new Date("2031-11-30T20:00:00Z")
        expect(await service.createPartitionsAhead(3, now)).toBe(9)
        expect(await service.createPartitionsAhead(3, now)).toBe(0)
        expect(await rows("select to_regclass('ledger_entry_2032_02')::text as found")).toEqual([
          { found: "ledger_entry_2032_02" },
        ])
      })

      it("leave the default one empty, however old a payment is", async () => {
        await service.postLineEvents([
          capture(6000, { effective_at: "2020-02-29T16:30:00Z" }),
          refund(600, { effective_at: "2020-03-31T16:30:00Z" }),
        ])
        expect(
          await rows("select tableoid::regclass::text as part from ledger_transaction order by 1"),
        ).toEqual([{ part: "ledger_transaction_2020_03" }, { part: "ledger_transaction_2020_04" }])
        for (const table of ["ledger_transaction", "ledger_entry"]) {
          expect(await rows(`select 1 as lost from ${table}_default`)).toEqual([])
        }
      })
    })
  },
})
