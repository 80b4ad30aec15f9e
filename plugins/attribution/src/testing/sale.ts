/** A small sale with names: Yanyuan apples, two households and a part of unknown origin. */
import type { LineLot, NewBasis, NewLineEvent } from "../modules/ledger/types"

export const YANYUAN = "513423"
export const VILLAGE = "513423101201"
export const OTHER_VILLAGE = "513423102201"

export const APPLE_LOT: LineLot = {
  lot_id: "lot_apple",
  grams: 5000,
  shares: [
    share("hh_amu", true, VILLAGE, "3"),
    share("hh_wuniu", false, OTHER_VILLAGE, "2"),
    share(null, false, null, "1"),
  ],
}

export function share(
  household_id: string | null,
  is_enrolled: boolean,
  village_code: string | null,
  parts: string,
): LineLot["shares"][number] {
  const status_label_zh = household_id && is_enrolled ? "脱贫户" : null
  return { household_id, is_enrolled, status_label_zh, village_code, parts }
}

export function basis(changes: Partial<NewBasis> = {}): NewBasis {
  return {
    product_id: "prod_apple",
    seller_id: "sel_yanyuan",
    seller_county_code: YANYUAN,
    destination_county_code: "310104",
    lots: [APPLE_LOT],
    ...changes,
  }
}

type EventChanges = Partial<Omit<NewLineEvent, "kind">> & { basis?: NewBasis }

export function capture(goods_fen_total: number, changes: EventChanges = {}): NewLineEvent {
  return {
    kind: "capture",
    order_id: "order_1",
    line_item_id: "ordli_1",
    source_id: "capt_1",
    effective_at: "2026-10-31T15:00:00Z",
    goods_fen_total,
    basis: basis(),
    ...changes,
  }
}

export function refund(goods_fen_total: number, changes: EventChanges = {}): NewLineEvent {
  return {
    kind: "refund",
    order_id: "order_1",
    line_item_id: "ordli_1",
    source_id: "ref_1",
    effective_at: "2026-11-03T02:00:00Z",
    goods_fen_total,
    ...changes,
  }
}
