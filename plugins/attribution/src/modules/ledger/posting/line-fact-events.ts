import type { LineFact } from "../../../domain/line-facts"
import type { CorrectionContent, EarnedLine, NewBasis, NewCorrection, NewLineEvent } from "../types"
import { toLotBasis } from "./basis"

export type EventKind = "capture" | "refund" | "chargeback" | "earn" | "correction"

/** What the journal keeps of an event in `ledger_cause.fact`: enough to work everything out again. */
type StoredFact = { goods_fen_total: number } | CorrectionContent | Record<string, never>

/** An event of any kind, as posting takes it. Only a capture brings a basis. */
export type LineFactEvent = {
  kind: EventKind
  order_id: string
  line_item_id: string
  source_id: string
  effective_at: string
  fact: StoredFact
  basis: NewBasis | null
}

/** Captures, refunds, chargebacks. */
export function eventOfMoney(event: NewLineEvent): LineFactEvent {
  const { goods_fen_total, ...rest } = event
  return {
    ...rest,
    fact: { goods_fen_total },
    basis: event.kind === "capture" ? event.basis : null,
  }
}

/** A line that is earned. */
export function eventOfEarned({ earned_at, ...line }: EarnedLine): LineFactEvent {
  return { ...line, kind: "earn", effective_at: earned_at, fact: {}, basis: null }
}

/** A correction. */
export function eventOfCorrection(correction: NewCorrection): LineFactEvent {
  const { order_id, line_item_id, source_id, effective_at, ...fact } = correction
  const cause = { order_id, line_item_id, source_id, effective_at }
  return { ...cause, kind: "correction", fact, basis: null }
}

/** The event as the domain reads it. */
export function factOf(
  event: Pick<LineFactEvent, "kind" | "source_id" | "effective_at" | "fact">,
): LineFact {
  switch (event.kind) {
    case "earn":
      return { kind: "earn" }
    case "correction":
      // The kind tells which of the stored facts it is.
      return correctionOf(event, event.fact as CorrectionContent)
    default:
      return {
        kind: event.kind,
        totalFen: (event.fact as { goods_fen_total: number }).goods_fen_total,
      }
  }
}

function correctionOf(
  { source_id, effective_at }: Pick<LineFactEvent, "source_id" | "effective_at">,
  content: CorrectionContent,
): LineFact {
  const at = new Date(effective_at).toISOString()
  const name = { kind: "correction" as const, id: source_id, at }
  switch (content.reason) {
    case "status":
      return {
        ...name,
        reason: "status",
        householdId: content.household_id,
        lotId: content.lot_id,
        isEnrolled: content.is_enrolled,
        statusLabelZh: content.status_label_zh,
      }
    case "lots":
      return { ...name, reason: "lots", lots: toLotBasis(content.lots) }
    case "order_edit":
      return { ...name, reason: "order_edit", goodsChangeFen: content.goods_change_fen }
  }
}
