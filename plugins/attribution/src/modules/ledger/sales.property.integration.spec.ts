import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { LEDGER_MODULE } from "."
import { addDays } from "../../domain/asked-period"
import { basis, capture, chargeback, correction, refund, share } from "../../testing/sale"
import type LedgerModuleService from "./service"
import type { SalesKey, SalesRow, SalesScope } from "./types"

jest.setTimeout(240_000)

const VILLAGES = ["513423101201", "513423101202", "513423102201", "513402101201"]
const SELLERS = { sel_yanyuan: "513423", sel_huili: "513402" } as const
const DIVISIONS = ["51", "5134", "513423", "513402", "513423101", "513423101201", "65"]

type Seller = keyof typeof SELLERS

const day = (max: number) =>
  fc.integer({ min: 0, max }).map((count) => addDays("2026-08-20", count))
const fen = fc.integer({ min: 1, max: 90_000 })

/** A line with all that happened to it: what is written down before and after the fold. */
const line = fc.record({
  seller: fc.constantFrom<Seller>("sel_yanyuan", "sel_huili"),
  product: fc.constantFrom("prod_apple", "prod_pepper"),
  destination: fc.constantFrom("310104", "513423", "513402", null),
  parts: fc.array(
    fc.record({
      household: fc.option(fc.integer({ min: 1, max: 8 })),
      isEnrolled: fc.boolean(),
      weight: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  soldOn: day(60),
  goods: fen,
  back: fc.option(fc.record({ on: day(90), isDispute: fc.boolean(), goods: fen })),
  edit: fc.option(fc.record({ on: day(90), goods: fc.integer({ min: -5000, max: 5000 }) })),
})
type Line = typeof line extends fc.Arbitrary<infer L> ? L : never

const question = fc.record({
  division: fc.constantFrom(...DIVISIONS),
  from: day(90),
  length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100 })),
  isWhole: fc.boolean(),
  circle: fc.constantFrom("small" as const, "big" as const, undefined, undefined),
  seller_id: fc.constantFrom<Seller | undefined>("sel_yanyuan", undefined, undefined),
  product_id: fc.constantFrom("prod_apple", undefined, undefined),
  by: fc.uniqueArray(fc.constantFrom<SalesKey>("child", "month", "circle", "seller", "product"), {
    maxLength: 2,
  }),
})
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never

let lineCount = 0

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const query = async <Row>(text: string, values: unknown[] = []) =>
      await MikroOrmWrapper.forkManager().execute<Row[]>(text, values)

    async function post(drawn: Line): Promise<void> {
      lineCount += 1
      const name = { order_id: `order_${lineCount}`, line_item_id: `line_${lineCount}` }
      const lots = [
        {
          lot_id: `lot_${lineCount % 3}`,
          grams: 1000,
          shares: drawn.parts.map(({ household, isEnrolled, weight }) =>
            household === null
              ? share(null, false, null, String(weight))
              : share(
                  `hh_${household}`,
                  isEnrolled,
                  VILLAGES[household % VILLAGES.length]!,
                  String(weight),
                ),
          ),
        },
      ]
      await service.postLineEvents([
        capture(drawn.goods, {
          ...name,
          source_id: `capt_${lineCount}`,
          effective_at: `${drawn.soldOn}T01:00:00Z`,
          basis: basis({
            product_id: drawn.product,
            seller_id: drawn.seller,
            seller_county_code: SELLERS[drawn.seller],
            destination_county_code: drawn.destination,
            lots,
          }),
        }),
      ])
      if (drawn.back) {
        const { isDispute, goods, on } = drawn.back
        const back = isDispute ? chargeback : refund
        const changes = { ...name, source_id: `back_${lineCount}`, effective_at: `${on}T01:00:00Z` }
        await service.postLineEvents([back(goods, changes)])
      }
      if (drawn.edit) {
        const content = { reason: "order_edit" as const, goods_change_fen: drawn.edit.goods }
        const edit = correction(content, { ...name, source_id: `edit_${lineCount}` })
        await service.postCorrections([{ ...edit, effective_at: `${drawn.edit.on}T01:00:00Z` }])
      }
    }

    function scopeOf({
      division,
      from,
      length,
      isWhole,
      by: _by,
      ...filter
    }: Question): SalesScope {
      const to = addDays(from, length)
      if (!isWhole) return { division, from, to, ...filter }
      const last = addDays(`${addDays(`${to.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1)
      return { division, from: `${from.slice(0, 7)}-01`, to: last, ...filter }
    }

    /** The same sums by plain SQL over the entries, and nothing else. */
    async function reference(scope: SalesScope, by: SalesKey[]): Promise<SalesRow[]> {
      const below = [4, 6, 9, 12].find((digits) => digits > scope.division.length) ?? 12
      const columns: Record<SalesKey, string> = {
        child: `left(division_code, ${below})`,
        month: "to_char(effective_on, 'YYYY-MM')",
        circle: "circle",
        seller: "seller_id",
        product: "product_id",
      }
      const keys = by.map((key) => `${columns[key]} as "${key}"`)
      const rows = await query<Record<string, string | null>>(
        `select ${[...keys, ""].join(", ")} sum(amount_fen) as sales_fen,
            sum(amount_fen) filter (where kind = 'capture') as captured_fen,
            -sum(amount_fen) filter (where kind in ('refund', 'chargeback')) as refunded_fen,
            sum(amount_fen) filter (where account = 'enrolled_household') as enrolled_fen,
            sum(amount_fen) filter (where account = 'other_household') as other_fen,
            sum(amount_fen) filter (where account = 'unattributed') as unattributed_fen
          from ledger_entry
         where account <> 'sales' and starts_with(division_code, ?)
           and effective_on >= ?::date and effective_on <= ?::date
           and (?::text is null or circle = ?) and (?::text is null or seller_id = ?)
           and (?::text is null or product_id = ?) and (?::timestamptz is null or posted_at <= ?)
         ${by.length > 0 ? `group by ${by.map((_, i) => i + 1).join(", ")}` : ""}`,
        [
          scope.division,
          scope.from,
          scope.to,
          ...[scope.circle, scope.seller_id, scope.product_id, scope.as_of].flatMap((value) => [
            value ?? null,
            value ?? null,
          ]),
        ],
      )
      return rows.map((row) => plain(row, by))
    }

    const SUMS = [
      "sales_fen",
      "captured_fen",
      "refunded_fen",
      "enrolled_fen",
      "other_fen",
      "unattributed_fen",
    ] as const

    function plain(row: Record<string, unknown>, by: SalesKey[]): SalesRow {
      const keys = { child: null, month: null, circle: null, seller: null, product: null }
      return {
        ...keys,
        ...Object.fromEntries(by.map((key) => [key, row[key]])),
        ...Object.fromEntries(SUMS.map((name) => [name, Number(row[name] ?? 0)])),
      } as SalesRow
    }

    /** Rows without any sum may or may not be there: they say the same. */
    const telling = (rows: SalesRow[]) =>
      rows
        .filter((row) => SUMS.some((name) => row[name] !== 0))
        .map((row) => JSON.stringify(row, Object.keys(row).sort()))
        .sort()

    async function expectEqual(asked: Question, as_of?: string): Promise<void> {
      const scope = { ...scopeOf(asked), as_of }
      const [read, raw] = await Promise.all([
        service.sales(scope, asked.by),
        reference(scope, asked.by),
      ])
      expect(telling(read)).toEqual(telling(raw))
    }

    async function expectHouseholds(asked: Question, as_of?: string): Promise<void> {
      const scope = { ...scopeOf(asked), as_of }
      const below = [4, 6, 9, 12].find((digits) => digits > scope.division.length) ?? 12
      const raw = await query<{ child: string; enrolled: string; other: string }>(
        `select child, count(*) filter (where account = 'enrolled_household') as enrolled,
            count(*) filter (where account = 'other_household') as other from (
            select left(division_code, ${below}) as child, household_id, account from ledger_entry
             where household_id is not null and starts_with(division_code, ?)
               and effective_on between ?::date and ?::date
               and (?::text is null or circle = ?) and (?::text is null or seller_id = ?)
               and (?::text is null or product_id = ?) and (?::timestamptz is null or posted_at <= ?)
             group by 1, 2, 3 having sum(amount_fen) > 0) as reached
          group by 1 order by 1`,
        [
          scope.division,
          scope.from,
          scope.to,
          ...[scope.circle, scope.seller_id, scope.product_id, as_of].flatMap((value) => [
            value ?? null,
            value ?? null,
          ]),
        ],
      )
      const read = await service.sellingHouseholds(scope)
      expect(read.filter((row) => row.enrolled_count + row.other_count > 0)).toEqual(
        raw.map(({ child, enrolled, other }) => ({
          child,
          enrolled_count: Number(enrolled),
          other_count: Number(other),
        })),
      )
    }

    it("sums any days as the entries do: folded, unfolded, and as of a past moment", async () => {
      const story = fc.tuple(
        fc.array(line, { minLength: 3, maxLength: 6 }),
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.array(question, { minLength: 12, maxLength: 16 }),
      )
      await fc.assert(
        fc.asyncProperty(story, async ([before, after, questions]) => {
          for (const drawn of before) await post(drawn)
          const [row] = await query<{ past: string }>("select clock_timestamp()::text as past")
          await service.foldRollups()
          for (const drawn of after) await post(drawn)
          for (const asked of questions) {
            await expectEqual(asked)
            await expectEqual(asked, row!.past)
            await expectHouseholds(asked)
          }
          await expectHouseholds(questions[0]!, row!.past)
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
      [{ division: "51", from: "2026-10-31", to: "2026-10-01" }, "period_invalid"],
      [{ division: "51", from: "2026-10-01", to: "2026-10-31", as_of: "then" }, "as_of_invalid"],
    ])("refuses %j", async (scope, code) => {
      await expect(service.sales(scope)).rejects.toMatchObject({ code })
    })
  },
})
