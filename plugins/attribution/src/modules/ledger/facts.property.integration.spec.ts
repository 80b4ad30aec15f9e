import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { LEDGER_MODULE } from "."
import type { LineFact } from "../../domain/line-facts"
import { lotsArbitrary } from "../../testing/arbitrary-basis"
import { factsArbitrary, shuffledAndRepeated } from "../../testing/arbitrary-facts"
import {
  basis,
  capture,
  chargeback,
  correction,
  earned,
  refund,
  toLineLots,
} from "../../testing/sale"
import type LedgerModuleService from "./service"
import type { LineLot } from "./types"

jest.setTimeout(240_000)

/** Ids differ from run to run, because the books are append-only and the runs share them. */
let runCount = 0

const arrivals = factsArbitrary.chain((facts) =>
  fc.tuple(fc.constant(facts), shuffledAndRepeated(facts), fc.array(fc.boolean())),
)

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    async function post(line: string, lots: LineLot[], fact: LineFact): Promise<void> {
      const name = { order_id: line, line_item_id: line }
      switch (fact.kind) {
        case "capture":
          await service.postLineEvents([
            capture(fact.totalFen, {
              ...name,
              source_id: `c${fact.totalFen}`,
              basis: basis({ lots }),
            }),
          ])
          return
        case "refund":
          await service.postLineEvents([
            refund(fact.totalFen, { ...name, source_id: `r${fact.totalFen}` }),
          ])
          return
        case "chargeback":
          await service.postLineEvents([chargeback(fact.totalFen, name)])
          return
        case "earn":
          await service.earnLineEvents([earned(name)])
          return
        case "correction":
          await service.postCorrections([
            {
              ...correction(contentOf(fact), { ...name, source_id: fact.id }),
              effective_at: fact.at,
            },
          ])
      }
    }

    const nets = async (line: string) =>
      await MikroOrmWrapper.forkManager().execute(
        `select lot_id, account, state, household_id, status_label_zh, village_code,
                sum(amount_fen)::text as fen
           from ledger_entry where line_item_id = ? and account <> 'sales'
          group by 1, 2, 3, 4, 5, 6 having sum(amount_fen) <> 0 order by 1, 2, 3, 4, 5, 6`,
        [line],
      )

    describe("captures, refunds, disputes, earnings and corrections", () => {
      it("end where one clean run would, in any order, repeated, folded in between", async () => {
        await fc.assert(
          fc.asyncProperty(lotsArbitrary, arrivals, async (domainLots, [clean, arrived, folds]) => {
            const lots = toLineLots(domainLots)
            const [a, b] = [`line_${(runCount += 1)}`, `line_${(runCount += 1)}`]
            for (const fact of clean) {
              await post(a, lots, fact)
            }
            for (const [i, fact] of arrived.entries()) {
              await post(b, lots, fact)
              if (folds[i]) {
                await service.foldRollups()
              }
            }
            expect(await nets(b)).toEqual(await nets(a))
          }),
          { numRuns: 25 },
        )
        for (const month of ["2026-10", "2026-11", "2026-12"]) {
          expect(await service.rollupDifferences(month)).toEqual([])
        }
        const scope = { division: "51", from: "2026-10-01", to: "2026-12-31" }
        const figures = async (as_of?: string) => ({
          sales: await service.sales({ ...scope, as_of }),
          households: await service.sellingHouseholds({ ...scope, as_of }),
          lots: await service.lotSales({ ...scope, as_of }),
        })
        const before = await figures()
        await service.foldRollups()
        expect(await figures()).toEqual(before)
        expect(await figures(new Date().toISOString())).toEqual(before)
        for (const month of ["2026-10", "2026-11", "2026-12"]) {
          expect(await service.rollupDifferences(month)).toEqual([])
        }
      })
    })
  },
})

function contentOf(fact: Extract<LineFact, { kind: "correction" }>) {
  switch (fact.reason) {
    case "status":
      return {
        reason: "status" as const,
        household_id: fact.householdId,
        lot_id: fact.lotId,
        is_enrolled: fact.isEnrolled,
        status_label_zh: fact.statusLabelZh,
      }
    case "lots":
      return { reason: "lots" as const, lots: toLineLots(fact.lots) }
    case "order_edit":
      return { reason: "order_edit" as const, goods_change_fen: fact.goodsChangeFen }
  }
}
