import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "."
import { APPLE_LOT, basis, capture, refund, share, YANYUAN } from "../../testing/sale"
import type LedgerModuleService from "./service"
import type { NewLineEvent } from "./types"

jest.setTimeout(60_000)

type Row = Record<string, string | null>

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const rows = async (sql: string): Promise<Row[]> =>
      await MikroOrmWrapper.forkManager().execute<Row[]>(sql)

    const netByHousehold = async () =>
      await rows(`
        select coalesce(household_id, account) as who, sum(amount_fen)::text as fen
          from ledger_entry group by 1 order by 1`)

    const kinds = async () =>
      (
        await rows("select kind, effective_on::text from ledger_transaction order by effective_at")
      ).map(({ kind, effective_on }) => `${kind} ${effective_on}`)

    describe("postLineEvents", () => {
      it("credits each household with its part of a captured line, to the fen", async () => {
        await service.postLineEvents([capture(6801)])
        expect(await netByHousehold()).toEqual([
          { who: "hh_amu", fen: "3401" },
          { who: "hh_wuniu", fen: "2267" },
          { who: "sales", fen: "-6801" },
          { who: "unattributed", fen: "1133" },
        ])
      })

      it("keeps with each entry what is needed to check it", async () => {
        await service.postLineEvents([capture(6801)])
        const [entry] = await rows("select * from ledger_entry where household_id = 'hh_amu'")
        expect(entry).toMatchObject({
          county_code: YANYUAN,
          account: "enrolled_household",
          amount_fen: "3401",
          division_code: "513423101201",
          township_code: "513423101",
          village_code: "513423101201",
          status_label_zh: "脱贫户",
          lot_id: "lot_apple",
          destination_county_code: "310104",
          circle: "big",
          month: "2026-10",
          state: "pending",
          share_numerator: "3",
          share_denominator: "6",
          line_goods_fen: "6801",
          rule_version: "attribution-1",
          corrects_id: null,
        })
      })

      it("posts a redelivered capture or refund once", async () => {
        const events = [capture(6800), refund(1000)]
        const first = await service.postLineEvents(events)
        const second = await service.postLineEvents(events)

        expect(first.map(({ outcome }) => outcome)).toEqual(["posted", "posted"])
        expect(second).toEqual(first.map((event) => ({ ...event, outcome: "known" })))
        expect(await kinds()).toEqual(["capture 2026-10-31", "refund 2026-11-03"])
      })

      it("posts the same event listed twice in one batch once", async () => {
        const outcomes = await service.postLineEvents([capture(6800), capture(6800)])
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(["posted", "known"])
      })

      it("posts a refund on its own date and points back at what it corrects", async () => {
        await service.postLineEvents([capture(6800)])
        await service.postLineEvents([refund(6800)])
        expect((await netByHousehold()).map(({ fen }) => fen)).toEqual(["0", "0", "0", "0"])
        expect(
          await rows(`
            select r.month, r.kind, r.amount_fen::text, o.amount_fen::text as corrected_fen,
                   o.month as corrected_month
              from ledger_entry r join ledger_entry o on o.id = r.corrects_id
             where r.household_id = 'hh_amu'`),
        ).toEqual([
          {
            month: "2026-11",
            kind: "refund",
            amount_fen: "-3400",
            corrected_fen: "3400",
            corrected_month: "2026-10",
          },
        ])
        const [refunded] = await rows(`
          select count(*)::text from ledger_transaction r
            join ledger_transaction c on c.id = r.corrects_id
           where r.kind = 'refund' and c.kind = 'capture'`)
        expect(refunded).toEqual({ count: "1" })
      })

      it("holds a refund that comes before its capture, and posts both as a clean run would", async () => {
        const [early] = await service.postLineEvents([refund(1000)])
        expect(early).toMatchObject({ outcome: "waiting", transaction_id: null })
        expect(await service.postedSourceIds("refund", ["ref_1", "ref_9"])).toEqual(["ref_1"])

        await service.postLineEvents([capture(6800)])
        expect(await kinds()).toEqual(["capture 2026-10-31", "refund 2026-11-03"])
        expect((await netByHousehold())[0]).toEqual({ who: "hh_amu", fen: "2900" })
        expect(await service.postLineEvents([refund(1000)])).toMatchObject([{ outcome: "known" }])
      })

      it("takes the larger total when captures arrive out of order", async () => {
        await service.postLineEvents([capture(6800, { source_id: "capt_2" })])
        const [late] = await service.postLineEvents([capture(2000, { source_id: "capt_1" })])
        expect(late).toMatchObject({ outcome: "posted" })
        expect((await netByHousehold())[2]).toEqual({ who: "sales", fen: "-6800" })
      })

      it("keeps the basis of the first capture for all that follows", async () => {
        await service.postLineEvents([capture(600)])
        const otherLots = [{ ...APPLE_LOT, shares: [share("hh_late", true, null, "1")] }]
        await service.postLineEvents([
          capture(1200, { source_id: "capt_2", basis: basis({ lots: otherLots }) }),
        ])
        expect((await netByHousehold()).map(({ who }) => who)).not.toContain("hh_late")
      })

      it("leaves a line without lots unattributed", async () => {
        await service.postLineEvents([capture(6800, { basis: basis({ lots: [] }) })])
        expect(await netByHousehold()).toEqual([
          { who: "sales", fen: "-6800" },
          { who: "unattributed", fen: "6800" },
        ])
      })

      it("posts all or nothing: when the rollup fails, so do the entries before it", async () => {
        await rows("alter table ledger_rollup_delta add constraint stopped check (entry_count = 0)")
        await expect(service.postLineEvents([capture(6800)])).rejects.toThrow(/stopped/)
        for (const table of ["attribution_basis", "ledger_transaction", "ledger_entry"]) {
          expect(await rows(`select 1 as found from ${table}`)).toEqual([])
        }
      })

      it("posts nothing of a batch in which one line cannot be split", async () => {
        const lots = [{ ...APPLE_LOT, grams: -1 }]
        const broken = capture(100, { line_item_id: "ordli_2", basis: basis({ lots }) })
        await expect(service.postLineEvents([capture(6800), broken])).rejects.toThrow(RangeError)
        expect(await rows("select 1 as found from ledger_transaction")).toEqual([])
      })
    })

    describe("a list of more than one batch", () => {
      const orders = Array.from({ length: 400 }, (_, i) => ({
        order_id: `order_${i}`,
        line_item_id: `ordli_${i}`,
      }))
      // Each order is refunded twice, and its three events lie far apart.
      const events = [
        ...orders.map((of, i) => capture(6800, { ...of, source_id: `capt_${i}` })),
        ...orders.map((of, i) => refund(1000, { ...of, source_id: `ref_${i}` })),
        ...orders.map((of, i) => refund(6800, { ...of, source_id: `all_${i}` })),
      ]

      it("is posted whole, answered in its order, and only once", async () => {
        const first = await service.postLineEvents(events)
        expect(first.map(({ source_id }) => source_id)).toEqual(
          events.map(({ source_id }) => source_id),
        )
        expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(["posted"]))
        expect((await netByHousehold()).map(({ fen }) => fen)).toEqual(["0", "0", "0", "0"])
        expect(await service.rollupDifferences("2026-10")).toEqual([])

        const again = await service.postLineEvents(events)
        expect(again).toEqual(first.map((event) => ({ ...event, outcome: "known" })))
      })

      it("keeps whole batches when one fails, says why, and posts the rest the next time", async () => {
        const lots = [{ ...APPLE_LOT, grams: -1 }]
        const broken = events.with(3, { ...events[3]!, basis: basis({ lots }) } as NewLineEvent)
        await expect(service.postLineEvents(broken)).rejects.toThrow(RangeError)
        const [kept] = await rows("select count(*)::text as n from ledger_transaction")
        // The other lane's 600 events are in; of the broken one's first 500, none is.
        expect(kept).toEqual({ n: "600" })

        const outcomes = (await service.postLineEvents(events)).map(({ outcome }) => outcome)
        expect(outcomes.filter((one) => one === "known")).toHaveLength(600)
        expect(outcomes.filter((one) => one === "posted")).toHaveLength(600)
        expect((await netByHousehold()).map(({ fen }) => fen)).toEqual(["0", "0", "0", "0"])
      })
    })

    describe("two processes at once", () => {
      it("post one order's refunds one after the other", async () => {
        await service.postLineEvents([capture(6800)])
        const totals = [700, 1400, 2100, 2800, 3500, 4200, 4900, 5600, 6300, 6800]
        await Promise.all(
          totals.map((total, i) =>
            service.postLineEvents([refund(total, { source_id: `ref_${i}` })]),
          ),
        )
        expect((await netByHousehold()).map(({ fen }) => fen)).toEqual(["0", "0", "0", "0"])
        expect(await kinds()).toHaveLength(1 + totals.length)
      })

      it("post one capture once", async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 6 }, () => service.postLineEvents([capture(6800)])),
        )
        const posted = outcomes.flat().filter(({ outcome }) => outcome === "posted")
        expect(posted).toHaveLength(1)
      })

      it("do not block each other for good when they post the same orders in other orders", async () => {
        const events = Array.from({ length: 20 }, (_, i) =>
          capture(1000 + i, {
            order_id: `order_${i}`,
            line_item_id: `ordli_${i}`,
            source_id: `capt_${i}`,
          }),
        )
        await Promise.all([
          service.postLineEvents(events),
          service.postLineEvents([...events].reverse()),
        ])
        expect(await kinds()).toHaveLength(20)
        expect(await service.rollupDifferences("2026-10")).toEqual([])
      })
    })
  },
})
