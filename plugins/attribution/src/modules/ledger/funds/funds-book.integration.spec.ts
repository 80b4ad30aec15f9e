import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { LEDGER_MODULE } from ".."
import {
  captureOfConsignment,
  NOTHING_REFUNDED,
  payoutOf,
  refundOfConsignment,
  transferToSeller,
  type FundsPosting,
} from "../../../domain/funds-postings"
import { NET, sale, SALE, SELLER, transaction } from "../../../testing/funds"
import type LedgerModuleService from "../service"

jest.setTimeout(120_000)

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: `${__dirname}/..`,
  pathToMigrations: `${__dirname}/../migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)
    const sumOfAll = async () =>
      (await service.balances()).reduce((sum, { balance_fen }) => sum + balance_fen, 0)

    const refundInTurn = (i: number) =>
      service.postSellerTransaction(SELLER.sellerId, `refund:ref_${i}:cons_1`, (balance) =>
        transaction(
          "refund",
          `ref_${i}`,
          refundOfConsignment({
            ...SELLER,
            before: NOTHING_REFUNDED,
            soFar: { ...NOTHING_REFUNDED, amountFen: 1000 },
            payableFen: balance.payable_fen,
          }),
        ),
      )

    describe("postFundsTransactions", () => {
      it("posts a sale: the platform holds the money and owes the seller its part", async () => {
        const [posted] = await service.postFundsTransactions([sale()])
        expect(posted).toMatchObject({ idempotency_key: "capture:capt_1:cons_1", posted: true })
        expect(await service.balances()).toEqual([
          { account: "commission_income", seller_id: null, balance_fen: -800 },
          { account: "commission_tax", seller_id: null, balance_fen: -48 },
          { account: "platform_clearing", seller_id: null, balance_fen: 10_000 },
          { account: "seller_payable", seller_id: "sel_yanyuan", balance_fen: -NET },
        ])
        expect(await service.sellerBalance("sel_yanyuan")).toEqual({
          payable_fen: NET,
          receivable_fen: 0,
        })
      })

      it("posts a key once, in one batch or in two, and answers the stored id", async () => {
        const [first, twin] = await service.postFundsTransactions([sale(), sale()])
        const [again] = await service.postFundsTransactions([sale()])
        expect([first?.posted, twin?.posted, again?.posted]).toEqual([true, false, false])
        expect(again?.transaction_id).toBe(first?.transaction_id)
        expect(twin?.transaction_id).toBe(first?.transaction_id)
        expect((await service.sellerBalance("sel_yanyuan")).payable_fen).toBe(NET)
      })

      it("breaks when a key comes again with other postings, and posts nothing of the batch", async () => {
        await service.postFundsTransactions([sale()])
        const other = captureOfConsignment({ ...SALE, ...SELLER, amountFen: 9999 })
        await expect(
          service.postFundsTransactions([sale("capt_2"), sale("capt_1", { postings: other })]),
        ).rejects.toMatchObject({ type: "unexpected_state", code: "funds_key_reused" })
        expect(
          await service.postedFundsKeys(["capture:capt_1:cons_1", "capture:capt_2:cons_1"]),
        ).toEqual(["capture:capt_1:cons_1"])
      })

      it("breaks when a key comes again from another county", async () => {
        await service.postFundsTransactions([sale()])
        const elsewhere = captureOfConsignment({ ...SALE, ...SELLER, countyCode: "513402" })
        await expect(
          service.postFundsTransactions([sale("capt_1", { postings: elsewhere })]),
        ).rejects.toMatchObject({ code: "funds_key_reused" })
      })

      it.each<[string, Changes]>([
        ["funds_unbalanced", { postings: sale().postings.slice(1) }],
        ["funds_empty", { postings: [] }],
        ["funds_time_invalid", { effective_at: "yesterday" }],
        ["funds_key_invalid", { idempotency_key: "" }],
        [
          "funds_amount_invalid",
          { postings: sale().postings.map((p) => ({ ...p, amount_fen: p.amount_fen / 3 })) },
        ],
        [
          "funds_account_invalid",
          { postings: sale().postings.map((p) => ({ ...p, seller_id: "sel_yanyuan" })) },
        ],
        [
          "funds_county_invalid",
          { postings: sale().postings.map((p, i) => ({ ...p, county_code: `51342${i}` })) },
        ],
      ])("refuses with %s before anything is posted", async (code, changes) => {
        await expect(
          service.postFundsTransactions([sale("capt_2"), sale("capt_1", changes)]),
        ).rejects.toMatchObject({ type: "invalid_data", code })
        expect(await service.balances()).toEqual([])
      })

      it("keeps Σ = 0 and every key once, whatever comes in whatever order", async () => {
        let runs = 0
        const movement = fc.record({
          source: fc.integer({ min: 0, max: 5 }),
          from: fc.constantFrom("platform_clearing" as const, "provider_fees" as const),
          to: fc.constantFrom("commission_income" as const, "dispute_reserve" as const),
        })
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.array(movement, { minLength: 1, maxLength: 6 }), { maxLength: 4 }),
            async (batches) => {
              const [run, before] = [(runs += 1), await clearing()]
              const posted = batches.map((batch) =>
                batch.map(({ source }) =>
                  transaction("correction", `${run}_${source}`, [
                    leg("platform_clearing", -source - 1),
                    leg("provider_fees", source + 1),
                  ]),
                ),
              )
              await Promise.all(posted.map((batch) => service.postFundsTransactions(batch)))
              const once = new Set(batches.flat().map(({ source }) => source))
              const expected = [...once].reduce((sum, source) => sum + source + 1, 0)
              expect(before - (await clearing())).toBe(expected)
              expect(await sumOfAll()).toBe(0)
            },
          ),
          { numRuns: 15 },
        )
        async function clearing() {
          const [row] = await service.balances({ account: "platform_clearing" })
          return row?.balance_fen ?? 0
        }
      })
    })

    describe("postings to one seller at once", () => {
      it("lose nothing", async () => {
        await Promise.all(
          Array.from({ length: 20 }, (_, i) => service.postFundsTransactions([sale(`capt_${i}`)])),
        )
        expect((await service.sellerBalance("sel_yanyuan")).payable_fen).toBe(20 * NET)
        expect(await sumOfAll()).toBe(0)
      })

      it("post one key once", async () => {
        const all = await Promise.all(
          Array.from({ length: 6 }, () => service.postFundsTransactions([sale()])),
        )
        expect(all.flat().filter(({ posted }) => posted)).toHaveLength(1)
      })

      it("never take the same balance twice: what exceeds it becomes a receivable", async () => {
        await service.postFundsTransactions([sale()])
        await Promise.all(Array.from({ length: 12 }, (_, i) => refundInTurn(i)))
        expect(await service.sellerBalance("sel_yanyuan")).toEqual({
          payable_fen: 0,
          receivable_fen: 12_000 - NET,
        })
        expect(await sumOfAll()).toBe(0)
      })
    })

    describe("postSellerTransaction", () => {
      it("answers a replay by the stored id, though the balance has moved on", async () => {
        await service.postFundsTransactions([sale()])
        const first = await refundInTurn(1)
        const again = await refundInTurn(1)
        expect(again).toEqual({ ...first, posted: false })
        expect((await service.sellerBalance("sel_yanyuan")).payable_fen).toBe(NET - 1000)
      })

      it("transfers what is owed less the receivable, once", async () => {
        await service.postFundsTransactions([sale()])
        const pay = () =>
          service.postSellerTransaction(SELLER.sellerId, "transfer:run_1:sel_yanyuan", (balance) =>
            transaction(
              "transfer",
              "run_1",
              transferToSeller({
                ...SELLER,
                ...payoutOf({
                  payableFen: balance.payable_fen,
                  receivableFen: balance.receivable_fen,
                }),
              }),
            ),
          )
        await Promise.all([pay(), pay(), pay()])
        expect(await service.sellerBalance("sel_yanyuan")).toEqual({
          payable_fen: 0,
          receivable_fen: 0,
        })
        const [clearing] = await service.balances({ account: "platform_clearing" })
        expect(clearing?.balance_fen).toBe(10_000 - NET)
      })
    })
  },
})

function leg(account: FundsPosting["account"], amount_fen: number): FundsPosting {
  return { account, seller_id: null, county_code: "513423", amount_fen }
}
