import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import { capture, refund } from "../../testing/sale"
import type LedgerModuleService from "./service"

jest.setTimeout(60_000)

const insertEntry = (amountFen: number) => `
  insert into ledger_entry (
    id, county_code, transaction_id, account, amount_fen, division_code, household_id, line_item_id,
    product_id, seller_id, circle, month, state, line_goods_fen, rule_version)
  select 'len_extra', county_code, id, 'other_household', ${amountFen}, county_code, 'hh_amu',
         line_item_id, 'prod_apple', 'sel_yanyuan', 'big', '2026-10', 'pending', 0, 'attribution-1'
    from ledger_transaction limit 1`

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  // The real migrations: the triggers live only there.
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)

    describe("the journal's tables", () => {
      it.each([
        "update ledger_transaction set effective_on = '2026-01-01'",
        "delete from ledger_transaction",
        "update ledger_entry set amount_fen = amount_fen + 1",
        "delete from ledger_entry",
        "update attribution_basis set grams = 1",
        "delete from attribution_basis",
        "update attribution_waiting_refund set refunded_goods_fen = 1",
        "delete from attribution_waiting_refund",
      ])("refuse %s", async (sql) => {
        await service.postLineEvents([
          capture(6800),
          refund(100, { order_id: "order_2", line_item_id: "ordli_2" }),
        ])
        await expect(run(sql)).rejects.toThrow(
          /ledger rows are append-only: post a correcting transaction instead/,
        )
      })

      it("refuse an entry that puts its transaction out of balance", async () => {
        await service.postLineEvents([capture(6800)])
        await expect(run(insertEntry(1))).rejects.toThrow(/does not balance: .* sum to 1 fen/)
      })

      it("check the balance at the commit, so that entries may come one by one", async () => {
        await service.postLineEvents([capture(6800)])
        await MikroOrmWrapper.forkManager().transactional(async (manager) => {
          await manager.execute(insertEntry(1))
          await manager.execute(insertEntry(-1).replace("len_extra", "len_against"))
        })
        expect(await run("select id from ledger_entry where id like 'len_extra'")).toHaveLength(1)
      })

      it("refuse a second transaction with the same idempotency key", async () => {
        await service.postLineEvents([capture(6800)])
        await expect(
          run(`insert into ledger_transaction
                 select 'ltx_2', county_code, book, kind, idempotency_key, effective_on,
                        effective_at, order_id, line_item_id, source_id, corrects_id, now(), now(),
                        null, 0, 0, rule_version from ledger_transaction`),
        ).rejects.toThrow(/IDX_ledger_transaction_idempotency_key_unique/)
      })
    })

    describe("the service", () => {
      it.each([
        ["createLedgerTransactions", "ledger_posting_only"],
        ["updateLedgerTransactions", "ledger_append_only"],
        ["deleteLedgerTransactions", "ledger_append_only"],
        ["softDeleteLedgerTransactions", "ledger_append_only"],
        ["restoreLedgerTransactions", "ledger_append_only"],
      ] as const)("refuses %s", async (method, code) => {
        await expect(service[method]()).rejects.toMatchObject({ type: "not_allowed", code })
      })
    })
  },
})
