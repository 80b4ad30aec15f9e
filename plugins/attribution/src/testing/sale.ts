/** A small sale with names: Yanyuan apples, two households and a part of unknown origin. */
import type { LotBasis } from "../domain/split-line"
import type {
  CorrectionContent,
  EarnedLine,
  LineLot,
  NewBasis,
  NewCorrection,
  NewLineEvent,
} from "../modules/ledger/types"

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

/** A dispute that was lost: goods gone back like a refund's. */
export function chargeback(goods_fen_total: number, changes: EventChanges = {}): NewLineEvent {
  return { ...refund(goods_fen_total, { source_id: "dp_1", ...changes }), kind: "chargeback" }
}

/** The line of the sale, delivered and past its after-sales window. */
export function earned(changes: Partial<EarnedLine> = {}): EarnedLine {
  return {
    order_id: "order_1",
    line_item_id: "ordli_1",
    source_id: "cons_1",
    earned_at: "2026-11-10T00:00:00Z",
    ...changes,
  }
}

type CauseChanges = { order_id?: string; line_item_id?: string; source_id?: string }

/** A correction of the line, a month after the sale. */
export function correction(content: CorrectionContent, changes: CauseChanges = {}): NewCorrection {
  return {
    order_id: "order_1",
    line_item_id: "ordli_1",
    source_id: "corr_1",
    effective_at: "2026-12-01T02:00:00Z",
    ...changes,
    ...content,
  }
}

/** The domain's lots as provenance tells them. */
export function toLineLots(lots: readonly LotBasis[]): LineLot[] {
  return lots.map(({ lotId, grams, shares }) => ({
    lot_id: lotId,
    grams,
    shares: shares.map((share) => ({
      household_id: share.householdId,
      is_enrolled: share.isEnrolled,
      status_label_zh: share.statusLabelZh,
      village_code: share.villageCode,
      parts: share.parts,
    })),
  }))
}
