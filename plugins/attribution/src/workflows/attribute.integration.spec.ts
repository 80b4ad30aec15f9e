import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { LEDGER_MODULE } from "../modules/ledger"
import type LedgerModuleService from "../modules/ledger/service"
import { containerWith } from "../testing/container"
import { APPLE_LOT, share, VILLAGE, YANYUAN } from "../testing/sale"
import { attributeCaptureWorkflow } from "./attribute-capture"
import { attributeCapturesWorkflow } from "./attribute-captures"
import { attributeRefundWorkflow } from "./attribute-refund"
import type { AttributeCaptureInput, CapturedLineInput } from "./types"

jest.setTimeout(120_000)

const LINE: CapturedLineInput = {
  line_item_id: "ordli_1",
  product_id: "prod_apple",
  seller_id: "sel_yanyuan",
  seller_county_code: YANYUAN,
  destination_county_code: YANYUAN,
  captured_goods_fen_total: 6000,
  lots: [APPLE_LOT],
}

const CAPTURE: AttributeCaptureInput = {
  capture_id: "capt_1",
  order_id: "order_1",
  captured_at: "2026-10-31T15:00:00Z",
  lines: [LINE, { ...LINE, line_item_id: "ordli_2", captured_goods_fen_total: 600 }],
}

/** A season: `count` captures of two lines each, every line grown by thirty households. */
function season(count: number): AttributeCaptureInput[] {
  const shares = Array.from({ length: 30 }, (_, i) =>
    share(`hh_${i}`, i % 3 > 0, VILLAGE, String(i + 1)),
  )
  const lots = [{ lot_id: "lot_season", grams: 5000, shares }]
  return Array.from({ length: count }, (_, i) => ({
    capture_id: `capt_${i}`,
    order_id: `order_${i}`,
    captured_at: "2026-10-31T15:00:00Z",
    lines: [1, 2].map((n) => ({ ...LINE, line_item_id: `ordli_${i}_${n}`, lots })),
  }))
}

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: `${__dirname}/../modules/ledger`,
  pathToMigrations: `${__dirname}/../modules/ledger/migrations`,
  testSuite: ({ service }) => {
    // The runner replaces the service before each test; resolve the one of this test.
    const container = () => containerWith({ [LEDGER_MODULE]: service })

    describe("attributeCaptureWorkflow", () => {
      it("posts one transaction per line, and on a replay answers the same ones", async () => {
        const first = await attributeCaptureWorkflow(container()).run({ input: CAPTURE })
        const second = await attributeCaptureWorkflow(container()).run({ input: CAPTURE })

        expect(first.result.posted).toBe(true)
        expect(first.result.transaction_ids).toHaveLength(2)
        expect(first.result.transaction_id).toBe(first.result.transaction_ids[0])
        expect(second.result).toEqual({ ...first.result, posted: false })
        expect(await service.effectOfOrder("order_1")).toMatchObject({ goods_fen: 6600 })
      })

      it.each([
        ["goods_total_invalid", { captured_goods_fen_total: -1 }],
        ["goods_total_invalid", { captured_goods_fen_total: 0.5 }],
        ["line_repeated", { line_item_id: "ordli_2" }],
        ["county_code_invalid", { seller_county_code: "5134" }],
        ["lot_invalid", { lots: [{ ...APPLE_LOT, grams: -1 }] }],
        ["share_invalid", { lots: [{ ...APPLE_LOT, shares: [share("hh_1", true, null, "1/2")] }] }],
        ["share_invalid", { lots: [{ ...APPLE_LOT, shares: [share("hh_1", true, "5134", "1")] }] }],
      ])("refuses with %s before anything is posted: %j", async (code, change) => {
        const input = {
          ...CAPTURE,
          lines: [...CAPTURE.lines, { ...LINE, line_item_id: "x", ...change }],
        }
        await expect(attributeCaptureWorkflow(container()).run({ input })).rejects.toMatchObject({
          type: "invalid_data",
          code,
        })
        expect(await service.effectOfOrder("order_1")).toMatchObject({ is_posted: false })
      })
    })

    describe("attributeRefundWorkflow", () => {
      const refund = {
        refund_id: "ref_1",
        order_id: "order_1",
        refunded_at: "2026-11-03T02:00:00Z",
        lines: [
          { line_item_id: "ordli_1", refunded_goods_fen_total: 6000 },
          { line_item_id: "ordli_2", refunded_goods_fen_total: 600 },
        ],
      }

      it("leaves nothing with anybody when the whole order is refunded", async () => {
        await attributeCaptureWorkflow(container()).run({ input: CAPTURE })
        const { result } = await attributeRefundWorkflow(container()).run({ input: refund })

        expect(result.posted).toBe(true)
        expect(await service.effectOfOrder("order_1")).toMatchObject({
          is_posted: true,
          goods_fen: 0,
          enrolled_fen: 0,
          household_count: 0,
        })
      })

      it("waits for its capture", async () => {
        const { result } = await attributeRefundWorkflow(container()).run({ input: refund })
        expect(result).toEqual({ posted: false, transaction_id: null, transaction_ids: [] })

        await attributeCaptureWorkflow(container()).run({ input: CAPTURE })
        expect(await service.effectOfOrder("order_1")).toMatchObject({
          is_posted: true,
          goods_fen: 0,
        })
      })
    })

    describe("attributeCapturesWorkflow", () => {
      it("posts a season at once, each capture once, and the rollup with it", async () => {
        const captures = season(300)
        const first = await attributeCapturesWorkflow(container()).run({ input: { captures } })
        const second = await attributeCapturesWorkflow(container()).run({ input: { captures } })

        expect(first.result).toEqual({ posted_count: 600, known_count: 0 })
        expect(second.result).toEqual({ posted_count: 0, known_count: 600 })
        const october = { division: YANYUAN, from: "2026-10-01", to: "2026-10-31" }
        expect(await service.sales(october)).toMatchObject([{ sales_fen: 600 * 6000 }])
        const selling = await service.sellingHouseholds(october)
        expect(selling.reduce((sum, { enrolled_count }) => sum + enrolled_count, 0)).toBe(20)
        expect(await service.rollupDifferences("2026-10")).toEqual([])
      })
    })
  },
})
