import fc from "fast-check"

import { addDays } from "../domain/asked-period"
import { wholeMonthsAround } from "./raw-sales"
import type LedgerModuleService from "../modules/ledger/service"
import type { LineLot, SalesKey, SalesScope } from "../modules/ledger/types"
import { basis, capture, chargeback, correction, refund, share } from "./sale"

const VILLAGES = ["513423101201", "513423101202", "513423102201", "513402101201"]
const SELLERS = { sel_yanyuan: "513423", sel_huili: "513402" } as const
const DIVISIONS = ["51", "5134", "513423", "513402", "513423101", "513423101201", "65"]

type Seller = keyof typeof SELLERS

const day = (max: number) =>
  fc.integer({ min: 0, max }).map((count) => addDays("2026-08-20", count))
const fen = fc.integer({ min: 1, max: 90_000 })

const lot = fc
  .record({
    lot_id: fc.constantFrom("lot_1", "lot_2", "lot_3"),
    grams: fc.integer({ min: 1, max: 5_000 }),
    parts: fc.array(
      fc.record({
        household: fc.option(fc.integer({ min: 1, max: 8 })),
        isEnrolled: fc.boolean(),
        weight: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ lot_id, grams, parts }): LineLot => ({
    lot_id,
    grams,
    shares: parts.map(({ household, isEnrolled, weight }) =>
      household === null
        ? share(null, false, null, String(weight))
        : share(
            `hh_${household}`,
            isEnrolled,
            VILLAGES[household % VILLAGES.length]!,
            String(weight),
          ),
    ),
  }))

const lots = fc.uniqueArray(lot, { minLength: 1, maxLength: 2, selector: ({ lot_id }) => lot_id })

const content = fc.oneof(
  fc.record({
    reason: fc.constant("order_edit" as const),
    goods_change_fen: fc.integer({ min: -5000, max: 5000 }),
  }),
  fc.record({ reason: fc.constant("lots" as const), lots }),
  fc.record({
    reason: fc.constant("status" as const),
    household_id: fc.integer({ min: 1, max: 8 }).map((count) => `hh_${count}`),
    lot_id: fc.constantFrom("lot_1", null),
    is_enrolled: fc.boolean(),
    status_label_zh: fc.constant(null),
  }),
)

/** A line with all that happened to it: what is written down before and after the fold. */
export const lineArbitrary = fc.record({
  seller: fc.constantFrom<Seller>("sel_yanyuan", "sel_huili"),
  product: fc.constantFrom("prod_apple", "prod_pepper"),
  destination: fc.constantFrom("310104", "513423", "513402", null),
  lots,
  soldOn: day(60),
  goods: fen,
  back: fc.option(fc.record({ on: day(90), isDispute: fc.boolean(), goods: fen })),
  corrected: fc.option(fc.record({ on: day(90), content })),
})
type Line = typeof lineArbitrary extends fc.Arbitrary<infer L> ? L : never

const filter = {
  circle: fc.constantFrom("small" as const, "big" as const, undefined, undefined),
  seller_id: fc.constantFrom<Seller | undefined>("sel_yanyuan", undefined, undefined),
  product_id: fc.constantFrom("prod_apple", undefined, undefined),
}

/** Any days, or whole months, of a division; and what sums are told apart by. */
export const questionArbitrary = fc
  .record({
    division: fc.constantFrom(...DIVISIONS),
    first: day(90),
    length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100 })),
    isWhole: fc.boolean(),
    ...filter,
    by: fc.uniqueArray(fc.constantFrom<SalesKey>("child", "month", "circle", "seller", "product"), {
      maxLength: 2,
    }),
  })
  .map(({ first, length, isWhole, by, ...asked }) => {
    const days = { from: first, to: addDays(first, length) }
    const scope: SalesScope = { ...asked, ...(isWhole ? wholeMonthsAround(days) : days) }
    return { scope, by }
  })

let lineCount = 0

/** Posts a line of its own with what happened to it. */
export async function postLine(service: LedgerModuleService, drawn: Line): Promise<void> {
  lineCount += 1
  const name = { order_id: `order_${lineCount}`, line_item_id: `line_${lineCount}` }
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
        lots: drawn.lots,
      }),
    }),
  ])
  if (drawn.back) {
    const { isDispute, goods, on } = drawn.back
    const back = isDispute ? chargeback : refund
    const changes = { ...name, source_id: `back_${lineCount}`, effective_at: `${on}T01:00:00Z` }
    await service.postLineEvents([back(goods, changes)])
  }
  if (drawn.corrected) {
    const { content: changed, on } = drawn.corrected
    const fact = correction(changed, {
      ...name,
      source_id: `edit_${lineCount}`,
    })
    await service.postCorrections([{ ...fact, effective_at: `${on}T01:00:00Z` }])
  }
}
