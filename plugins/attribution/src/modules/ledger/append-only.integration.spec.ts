import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import { capture, refund } from "../../testing/sale"
import type LedgerModuleService from "./service"

jest.setTimeout(60_000)

const insertEntries = (...amountsFen: number[]) =>
  amountsFen
    .map(
      (amountFen, i) => `
  select 'len_extra_${i}', id, 9${i}, county_code, effective_on, '2026-10', 'capture',
         'other_household', 'pending', ${amountFen}, county_code, 'hh_amu', line_item_id,
         'prod_apple', 'sel_yanyuan', 'big', 0, 'attribution-1' from ledger_transaction`,
    )
    .join(" union all ")
    .replace(
      /^/,
      `insert into ledger_entry (
         id, transaction_id, entry_number, county_code, effective_on, month, kind, account, state,
         amount_fen, division_code, household_id, line_item_id, product_id, seller_id, circle,
         line_goods_fen, rule_version) `,
    )

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
        "update attribution_waiting set kind = 'x'",
        "delete from attribution_waiting",
        "update ledger_cause set kind = 'x'",
        "delete from ledger_cause",
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
        await expect(run(insertEntries(1))).rejects.toThrow(/does not balance: .* sum to 1 fen/)
      })

      it("check each statement, so that a transaction's entries come together", async () => {
        await service.postLineEvents([capture(6800)])
        await run(insertEntries(1, -1))
        expect(await run("select id from ledger_entry where id like 'len_extra%'")).toHaveLength(2)
      })

      it("refuse entries of a transaction that is not in the journal", async () => {
        await service.postLineEvents([capture(6800)])
        const orphans = insertEntries(1, -1).replaceAll(" id, 9", " 'ltx_nowhere', 9")
        await expect(run(orphans)).rejects.toThrow(/ltx_nowhere, which is not in the journal/)
      })

      it("refuse a second cause with the same idempotency key", async () => {
        await service.postLineEvents([capture(6800)])
        await expect(
          run(`insert into ledger_cause
                 select county_code, idempotency_key, book, kind, 'ltx_2', '2026-01-01',
                        effective_at, order_id, line_item_id, source_id, fact from ledger_cause`),
        ).rejects.toThrow(/ledger_cause_pkey/)
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
