import type { LineLot } from "../modules/ledger/types"

/** One captured line. `captured_goods_fen_total` is what was captured of its goods so far, in fen. */
export type CapturedLineInput = {
  line_item_id: string
  product_id: string
  seller_id: string
  seller_county_code: string
  destination_county_code: string | null
  captured_goods_fen_total: number
  /** Empty where no lot is known: the line is then unattributed. */
  lots: LineLot[]
}

export type AttributeCaptureInput = {
  capture_id: string
  order_id: string
  /** ISO 8601 instant; it decides the business day and month (Asia/Shanghai). */
  captured_at: string
  lines: CapturedLineInput[]
}

export type AttributeCapturesInput = { captures: AttributeCaptureInput[] }

export type AttributeRefundInput = {
  refund_id: string
  order_id: string
  /** ISO 8601 instant. */
  refunded_at: string
  /** `chargeback` where a lost dispute took it; its totals are its own, beside those of refunds. */
  kind?: "refund" | "chargeback"
  lines: {
    line_item_id: string
    /** What was refunded of the line's goods so far, in fen. */
    refunded_goods_fen_total: number
  }[]
}

/**
 * `posted` is false for a replay. `transaction_id` is the first line's transaction, `null` for a
 * refund that waits for its capture; there is one transaction per line.
 */
export type AttributionResult = {
  posted: boolean
  transaction_id: string | null
  transaction_ids: string[]
}

/** How many line events of a batch were posted now, and how many were in the books already. */
export type AttributionBatchResult = { posted_count: number; known_count: number }
