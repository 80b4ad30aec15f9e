import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { LEDGER_MODULE } from "."
import { lineArbitrary, postLine, questionArbitrary } from "../../testing/arbitrary-sales"
import { rawHouseholds, rawLots, rawSales, telling } from "../../testing/raw-sales"
import type LedgerModuleService from "./service"
import type { SalesKey, SalesScope } from "./types"

jest.setTimeout(240_000)

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const query = async <Row>(text: string, values: unknown[] = []) =>
      await MikroOrmWrapper.forkManager().execute<Row[]>(text, values)

    async function expectEqual(scope: SalesScope, by: SalesKey[]): Promise<void> {
      expect(telling(await service.sales(scope, by))).toEqual(
        telling(await rawSales(query, scope, by)),
      )
    }

    async function expectHouseholds(scope: SalesScope): Promise<void> {
      const read = await service.sellingHouseholds(scope)
      expect(read.filter((row) => row.enrolled_count + row.other_count > 0)).toEqual(
        await rawHouseholds(query, scope),
      )
    }

    async function expectLots(scope: SalesScope): Promise<void> {
      expect(await service.lotSales(scope)).toEqual(await rawLots(query, scope))
    }

    it("sums any days as the entries do: folded, unfolded, and as of a past moment", async () => {
      const story = fc.tuple(
        fc.array(lineArbitrary, { minLength: 3, maxLength: 6 }),
        fc.array(lineArbitrary, { minLength: 1, maxLength: 3 }),
        fc.array(questionArbitrary, { minLength: 12, maxLength: 16 }),
      )
      await fc.assert(
        fc.asyncProperty(story, async ([before, after, questions]) => {
          for (const drawn of before) await postLine(service, drawn)
          const [row] = await query<{ past: string }>("select clock_timestamp()::text as past")
          const as_of = row!.past
          await service.foldRollups()
          for (const drawn of after) await postLine(service, drawn)
          for (const { scope, by } of questions) {
            await expectEqual(scope, by)
            await expectEqual({ ...scope, as_of }, by)
            await expectHouseholds(scope)
            await expectLots(scope)
          }
          const [{ scope }] = questions as [{ scope: SalesScope }]
          await expectHouseholds({ ...scope, as_of })
          await expectLots({ ...scope, as_of })
        }),
        { numRuns: 12 },
      )
      await service.foldRollups()
      for (const month of ["2026-08", "2026-09", "2026-10", "2026-11"]) {
        expect(await service.rollupDifferences(month)).toEqual([])
      }
    })

    it.each([
      [{ division: "5", from: "2026-10-01", to: "2026-10-31" }, "division_code_invalid"],
      [{ division: "51%", from: "2026-10-01", to: "2026-10-31" }, "division_code_invalid"],
      [{ division: "", from: "2026-10-01", to: "2026-10-31" }, "division_code_invalid"],
      [{ division: "51", from: "2026-10-31", to: "2026-10-01" }, "period_invalid"],
      [{ division: "51", from: "2026-10-01", to: "2026-10-31", as_of: "then" }, "as_of_invalid"],
    ])("refuses %j", async (scope, code) => {
      await expect(service.sales(scope)).rejects.toMatchObject({ code })
      await expect(service.lotSales(scope)).rejects.toMatchObject({ code })
    })
  },
})
