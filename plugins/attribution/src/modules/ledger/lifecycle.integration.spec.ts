import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import {
  APPLE_LOT,
  capture,
  chargeback,
  correction,
  earned,
  OTHER_VILLAGE,
  refund,
  share,
  YANYUAN,
} from "../../testing/sale"
import type LedgerModuleService from "./service"

jest.setTimeout(120_000)

type Row = Record<string, string | null>

const NOT_ENROLLED = {
  reason: "status",
  household_id: "hh_amu",
  lot_id: null,
  is_enrolled: false,
  status_label_zh: null,
} as const

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const rows = async (sql: string): Promise<Row[]> =>
      await MikroOrmWrapper.forkManager().execute<Row[]>(sql)

    /** To the microsecond, as entries are written: a `Date` could end before the last of them. */
    const moment = async () => (await rows("select clock_timestamp()::text as moment"))[0]!.moment!

    /** Who stands at what, by account and state. */
    const nets = async () =>
      (
        await rows(`
          select coalesce(household_id, 'nobody') as who, account, state,
                 sum(amount_fen)::text as fen
            from ledger_entry where account <> 'sales' group by 1, 2, 3
          having sum(amount_fen) <> 0 order by 1, 2, 3`)
      ).map(({ who, account, state, fen }) => `${who} ${account} ${state} ${fen}`)

    describe("earnLineEvents", () => {
      it("moves what is left from pending to earned, once", async () => {
        await service.postLineEvents([capture(6000), refund(600)])
        const [first] = await service.earnLineEvents([earned()])
        const [again] = await service.earnLineEvents([earned()])

        expect(first?.outcome).toBe("posted")
        expect(again).toEqual({ ...first, outcome: "known" })
        expect(await nets()).toEqual([
          "hh_amu enrolled_household earned 2700",
          "hh_wuniu other_household earned 1800",
          "nobody unattributed earned 900",
        ])
        const scope = { division: YANYUAN, from: "2026-10-01", to: "2026-11-30" }
        expect(await service.sales(scope)).toMatchObject([
          { sales_fen: 5400, earned_fen: 5400, captured_fen: 6000 },
        ])
      })

      it("waits for its capture, and is posted on its own date", async () => {
        const [early] = await service.earnLineEvents([earned()])
        expect(early).toMatchObject({ outcome: "waiting", transaction_id: null })
        await service.postLineEvents([capture(6000)])
        expect((await nets())[0]).toBe("hh_amu enrolled_household earned 3000")
        expect(
          await rows("select effective_on::text from ledger_transaction where kind = 'earn'"),
        ).toEqual([{ effective_on: "2026-11-10" }])
      })
    })

    describe("a refund or a lost dispute", () => {
      it("is taken from earned once the line is earned", async () => {
        await service.postLineEvents([capture(6000)])
        await service.earnLineEvents([earned()])
        await service.postLineEvents([refund(600), chargeback(1200)])
        expect(await nets()).toEqual([
          "hh_amu enrolled_household earned 2100",
          "hh_wuniu other_household earned 1400",
          "nobody unattributed earned 700",
        ])
        const { entries } = await service.entriesOfHousehold("hh_amu")
        expect(entries.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
          "capture pending",
          "chargeback reversed",
          "earn earned",
          "earn pending",
          "refund reversed",
        ])
      })

      it("leaves nobody anything when it takes all", async () => {
        await service.postLineEvents([capture(6000)])
        await service.earnLineEvents([earned()])
        await service.postLineEvents([refund(2000), chargeback(4000)])
        expect(await nets()).toEqual([])
      })
    })

    describe("postCorrections", () => {
      it("moves a household to the other account when its status was wrong, and points back", async () => {
        await service.postLineEvents([capture(6000)])
        await service.earnLineEvents([earned()])
        const [line] = await service.linesOfHousehold("hh_amu")
        expect(line).toEqual({
          order_id: "order_1",
          line_item_id: "ordli_1",
          lot_id: "lot_apple",
          account: "enrolled_household",
          amount_fen: 3000,
        })
        await service.postCorrections([correction(NOT_ENROLLED)])

        expect((await nets())[0]).toBe("hh_amu other_household earned 3000")
        expect(
          await rows(`
            select c.account, c.amount_fen::text, c.month, o.account as corrected, o.month as of
              from ledger_entry c join ledger_entry o on o.id = c.corrects_id
             where c.kind = 'correction' order by 1`),
        ).toEqual([
          {
            account: "enrolled_household",
            amount_fen: "-3000",
            month: "2026-12",
            corrected: "enrolled_household",
            of: "2026-10",
          },
          {
            account: "other_household",
            amount_fen: "3000",
            month: "2026-12",
            corrected: "enrolled_household",
            of: "2026-10",
          },
        ])
      })

      it("leaves the closed months as they were", async () => {
        await service.postLineEvents([capture(6000)])
        const october = { division: YANYUAN, from: "2026-10-01", to: "2026-10-31" }
        const before = await service.sales(october)
        await service.postCorrections([correction(NOT_ENROLLED)])
        expect(await service.sales(october)).toEqual(before)
        const december = { division: YANYUAN, from: "2026-12-01", to: "2026-12-31" }
        expect(await service.sales(december)).toMatchObject([
          { sales_fen: 0, enrolled_fen: -3000, other_fen: 3000 },
        ])
      })

      it("goes back when the correction is corrected", async () => {
        await service.postLineEvents([capture(6000)])
        const back = { ...NOT_ENROLLED, is_enrolled: true, status_label_zh: "脱贫户" }
        await service.postCorrections([
          correction(NOT_ENROLLED),
          { ...correction(back, { source_id: "corr_2" }), effective_at: "2026-12-02T02:00:00Z" },
        ])
        expect((await nets())[0]).toBe("hh_amu enrolled_household pending 3000")
      })

      it("moves the line to the lot that was really packed", async () => {
        await service.postLineEvents([capture(6000)])
        const lots = [
          {
            ...APPLE_LOT,
            lot_id: "lot_late",
            shares: [share("hh_late", true, OTHER_VILLAGE, "1")],
          },
        ]
        await service.postCorrections([correction({ reason: "lots", lots })])
        expect(await nets()).toEqual(["hh_late enrolled_household pending 6000"])
        await service.postLineEvents([refund(6000)])
        expect(await nets()).toEqual([])
      })

      it("follows an order edit", async () => {
        await service.postLineEvents([capture(6000)])
        await service.postCorrections([
          correction({ reason: "order_edit", goods_change_fen: -1200 }),
        ])
        expect((await nets())[0]).toBe("hh_amu enrolled_household pending 2400")
      })
    })

    describe("a past moment", () => {
      it("is answered as the books said it then, in every figure", async () => {
        const months = { from: "2026-10", to: "2026-12" }
        const figures = async (asOf?: string) => {
          const days = { from: "2026-10-01", to: "2026-12-31" }
          const scope = { division: YANYUAN, ...days, as_of: asOf }
          return {
            whole: await service.sales(scope),
            children: await service.sales(scope, ["child"]),
            months: await service.sales(scope, ["month"]),
            products: await service.sales(scope, ["product"]),
            households: await service.sellingHouseholds(scope),
            lots: await service.lotSales(scope),
            ...(await pages(asOf)),
          }
        }
        const pages = async (asOf?: string) => ({
          totals: await service.householdTotals({
            ...months,
            divisionPrefix: YANYUAN,
            asOf,
            ...{ limit: 9, offset: 0 },
          }),
          amounts: await service.householdAmounts(YANYUAN, months, "enrolled_household", asOf),
          entries: (
            await service.entriesOfHousehold("hh_amu", null, { limit: 9, offset: 0 }, asOf)
          ).entries.map(({ id }) => id),
        })
        await service.postLineEvents([capture(6000), refund(600)])
        const then = await moment()
        const now = await figures()
        expect(await figures(then)).toEqual(now)

        await service.earnLineEvents([earned()])
        await service.postCorrections([correction(NOT_ENROLLED)])
        await service.postLineEvents([refund(3000, { source_id: "ref_2" })])
        await service.foldRollups()
        expect(await figures(then)).toEqual(now)
        expect(await figures()).not.toEqual(now)
        expect(await figures(await moment())).toEqual(await figures())
      })

      it("must be a moment", async () => {
        const scope = { divisionPrefix: YANYUAN, month: "2026-10", asOf: "yesterday" }
        await expect(
          service.householdTotals({ ...scope, limit: 9, offset: 0 }),
        ).rejects.toMatchObject({
          code: "as_of_invalid",
        })
      })
    })
  },
})
