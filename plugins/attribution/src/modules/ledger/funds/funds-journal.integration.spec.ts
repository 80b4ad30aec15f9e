import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from ".."
import { NET, sale } from "../../../testing/funds"
import type LedgerModuleService from "../service"

jest.setTimeout(120_000)

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: `${__dirname}/..`,
  pathToMigrations: `${__dirname}/../migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)
    /** To the microsecond, as entries are written: a `Date` could end before the last of them. */
    const moment = async () => {
      const [row] = (await run("select clock_timestamp()::text as moment")) as { moment: string }[]
      return row!.moment
    }

    describe("the reads", () => {
      it("answer a past moment as it was", async () => {
        await service.postFundsTransactions([sale()])
        const as_of = await moment()
        const before = await service.balances({ as_of })
        await service.postFundsTransactions([sale("capt_2")])

        expect(await service.balances({ as_of })).toEqual(before)
        expect((await service.sellerBalance("sel_yanyuan", as_of)).payable_fen).toBe(NET)
        expect((await service.sellerBalance("sel_yanyuan")).payable_fen).toBe(2 * NET)
      })

      it("list an account's entries, newest first, page by page", async () => {
        await service.postFundsTransactions([
          sale("capt_1"),
          sale("capt_2", { effective_at: "2026-11-02T00:00:00Z" }),
        ])
        const query = { account: "seller_payable" as const, limit: 1, offset: 0 }
        const page = await service.entriesOfAccount(query)
        expect(page).toMatchObject({ count: 2, total_fen: -2 * NET })
        expect(page.entries).toMatchObject([
          { source_id: "capt_2", effective_on: "2026-11-02", amount_fen: -NET, kind: "capture" },
        ])
        expect(
          await service.entriesOfAccount({ ...query, to: "2026-10-31", limit: 9 }),
        ).toMatchObject({ count: 1, entries: [{ source_id: "capt_1" }] })
      })

      it("list an order's transactions with their postings", async () => {
        await service.postFundsTransactions([sale(), sale("capt_2", { order_id: "order_2" })])
        const [found, ...others] = await service.transactionsOfOrder("order_1")
        expect(others).toEqual([])
        expect(found).toMatchObject({
          idempotency_key: "capture:capt_1:cons_1",
          effective_at: "2026-10-31T15:00:00.000Z",
          effective_on: "2026-10-31",
        })
        expect(found?.postings).toEqual(expect.arrayContaining(sale().postings))
      })
    })

    describe("the book", () => {
      it.each(["update funds_entry set amount_fen = 1", "delete from funds_entry"])(
        "refuses %s",
        async (sql) => {
          await service.postFundsTransactions([sale()])
          await expect(run(sql)).rejects.toThrow(/append-only/)
        },
      )

      it("refuses entries that do not balance", async () => {
        await service.postFundsTransactions([sale()])
        await expect(
          run(`insert into funds_entry
                 select transaction_id, 99, county_code, effective_on, account, seller_id, 1
                   from funds_entry limit 1`),
        ).rejects.toThrow(/does not balance/)
      })

      it("creates the month of an old payment, so that nothing lands in the default partition", async () => {
        await service.postFundsTransactions([
          sale("capt_old", { effective_at: "2019-03-01T00:00:00Z" }),
        ])
        expect(await run("select 1 from funds_entry_2019_03")).not.toEqual([])
        for (const table of ["ledger_transaction", "funds_entry", "ledger_entry"]) {
          expect(await run(`select 1 from ${table}_default`)).toEqual([])
        }
      })
    })
  },
})
