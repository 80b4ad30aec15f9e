/** From what the workflows are given to what the journal posts: one event per line. */
import { levelOf } from "../domain/jurisdiction"
import type { NewLineEvent, PostedEvent } from "../modules/ledger/types"
import type {
  AttributeCaptureInput,
  AttributeRefundInput,
  AttributionBatchResult,
  AttributionResult,
} from "../workflows/types"

/** One capture event per line. */
export function captureEvents(input: AttributeCaptureInput): NewLineEvent[] {
  return input.lines.map((line) => ({
    kind: "capture",
    order_id: input.order_id,
    line_item_id: line.line_item_id,
    source_id: input.capture_id,
    effective_at: input.captured_at,
    goods_fen_total: line.captured_goods_fen_total,
    basis: {
      product_id: line.product_id,
      seller_id: line.seller_id,
      seller_county_code: line.seller_county_code,
      destination_county_code: knownDestination(line.destination_county_code),
      lots: line.lots,
    },
  }))
}

/**
 * An address is a buyer's word, so a code that is none must not keep a payment out of the books: the
 * destination is then unknown.
 */
function knownDestination(code: string | null): string | null {
  return code === null || levelOf(code) === null ? null : code
}

/** One refund or chargeback event per line. */
export function refundEvents(input: AttributeRefundInput): NewLineEvent[] {
  return input.lines.map((line) => ({
    kind: input.kind ?? "refund",
    order_id: input.order_id,
    line_item_id: line.line_item_id,
    source_id: input.refund_id,
    effective_at: input.refunded_at,
    goods_fen_total: line.refunded_goods_fen_total,
  }))
}

/** What one capture or refund came to. */
export function resultOf(outcomes: readonly PostedEvent[]): AttributionResult {
  const ids = outcomes.flatMap(({ transaction_id }) => transaction_id ?? [])
  return {
    posted: outcomes.some(({ outcome }) => outcome === "posted"),
    transaction_id: ids[0] ?? null,
    transaction_ids: ids,
  }
}

/** What a batch came to, in two numbers: a thousand ids are of no use to a caller. */
export function batchResultOf(outcomes: readonly PostedEvent[]): AttributionBatchResult {
  const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length
  return { posted_count: count("posted"), known_count: count("known") }
}
