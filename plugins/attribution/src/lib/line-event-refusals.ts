/**
 * What a line event must be before it may touch the books. Money is checked first and all events are
 * checked before any is posted, so that a batch with one bad line posts nothing.
 */
import { levelOf } from "../domain/jurisdiction"
import type { LineLot, NewBasis, NewLineEvent } from "../modules/ledger/types"

export type LineEventRefusal =
  | "goods_total_invalid"
  | "effective_at_invalid"
  | "line_repeated"
  | "county_code_invalid"
  | "lot_invalid"
  | "share_invalid"

/** The first reason why `events` cannot be posted, and which line it is about; `null` when they can. */
export function refusalOf(
  events: readonly NewLineEvent[],
): { reason: LineEventRefusal; line_item_id: string } | null {
  const seen = new Set<string>()
  for (const event of events) {
    const key = `${event.kind}:${event.source_id}:${event.line_item_id}`
    const reason = seen.has(key) ? "line_repeated" : refusalOfEvent(event)
    if (reason) {
      return { reason, line_item_id: event.line_item_id }
    }
    seen.add(key)
  }
  return null
}

function refusalOfEvent(event: NewLineEvent): LineEventRefusal | null {
  if (!isWholeAmount(event.goods_fen_total)) {
    return "goods_total_invalid"
  }
  if (Number.isNaN(Date.parse(event.effective_at))) {
    return "effective_at_invalid"
  }
  return event.kind === "capture" ? refusalOfBasis(event.basis) : null
}

function refusalOfBasis(basis: NewBasis): LineEventRefusal | null {
  if (levelOf(basis.seller_county_code) !== "county") {
    return "county_code_invalid"
  }
  if (!basis.lots.every(({ lot_id, grams }) => lot_id !== "" && isWholeAmount(grams))) {
    return "lot_invalid"
  }
  return basis.lots.every(hasValidShares) ? null : "share_invalid"
}

function hasValidShares({ shares }: LineLot): boolean {
  return shares.every(
    ({ parts, village_code: village }) =>
      /^\d+$/.test(parts) && (village === null || levelOf(village) === "village"),
  )
}

function isWholeAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0
}
