import type { PostedEvent } from "../modules/ledger/types"
import { batchResultOf, captureEvents, refundEvents, resultOf } from "./line-events"

const outcome = (outcome: PostedEvent["outcome"], transaction_id: string | null): PostedEvent => ({
  order_id: "order_1",
  line_item_id: "ordli_1",
  source_id: "capt_1",
  outcome,
  transaction_id,
})

const LINE = {
  line_item_id: "ordli_1",
  product_id: "prod_1",
  seller_id: "sel_1",
  seller_county_code: "513423",
  destination_county_code: null,
  captured_goods_fen_total: 6800,
  lots: [],
}

describe("captureEvents", () => {
  it.each([
    ["310104", "310104"],
    ["上海", null],
    ["", null],
    [null, null],
  ])("takes destination %s as %s", (given, taken) => {
    const [event] = captureEvents({
      capture_id: "capt_1",
      order_id: "order_1",
      captured_at: "2026-11-21T08:00:00Z",
      lines: [{ ...LINE, destination_county_code: given }],
    })
    expect(event).toMatchObject({ basis: { destination_county_code: taken } })
  })

  it("makes one event per line, with the line's own basis", () => {
    const [event, second] = captureEvents({
      capture_id: "capt_1",
      order_id: "order_1",
      captured_at: "2026-11-21T08:00:00Z",
      lines: [LINE, { ...LINE, line_item_id: "ordli_2" }],
    })
    expect(event).toEqual({
      kind: "capture",
      order_id: "order_1",
      line_item_id: "ordli_1",
      source_id: "capt_1",
      effective_at: "2026-11-21T08:00:00Z",
      goods_fen_total: 6800,
      basis: {
        product_id: "prod_1",
        seller_id: "sel_1",
        seller_county_code: "513423",
        destination_county_code: null,
        lots: [],
      },
    })
    expect(second?.line_item_id).toBe("ordli_2")
  })
})

describe("refundEvents", () => {
  it("makes one event per line, without a basis", () => {
    const events = refundEvents({
      refund_id: "ref_1",
      order_id: "order_1",
      refunded_at: "2026-11-25T08:00:00Z",
      lines: [{ line_item_id: "ordli_1", refunded_goods_fen_total: 100 }],
    })
    expect(events).toEqual([
      {
        kind: "refund",
        order_id: "order_1",
        line_item_id: "ordli_1",
        source_id: "ref_1",
        effective_at: "2026-11-25T08:00:00Z",
        goods_fen_total: 100,
      },
    ])
  })
})

describe("resultOf", () => {
  it.each([
    ["posted now", [outcome("posted", "ltx_1"), outcome("known", "ltx_2")], true, "ltx_1", 2],
    ["a replay", [outcome("known", "ltx_2")], false, "ltx_2", 1],
    ["waiting", [outcome("waiting", null)], false, null, 0],
    ["no lines", [], false, null, 0],
  ])("of %s", (_, outcomes, posted, transaction_id, count) => {
    const result = resultOf(outcomes)
    expect(result).toMatchObject({ posted, transaction_id })
    expect(result.transaction_ids).toHaveLength(count)
  })
})

describe("batchResultOf", () => {
  it("counts what was posted and what was known", () => {
    const outcomes = [outcome("posted", "a"), outcome("posted", "b"), outcome("known", "c")]
    expect(batchResultOf(outcomes)).toEqual({ posted_count: 2, known_count: 1 })
  })
})
