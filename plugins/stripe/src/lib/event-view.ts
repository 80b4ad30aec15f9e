import type { WebhookEventRow } from "../modules/webhook/types"
import type { AdminStripeEvent } from "../types/http"

type ViewedRow = Omit<WebhookEventRow, "created_at" | "updated_at" | "deleted_at">

const timeOf = (time: Date | null) => (time ? new Date(time).toISOString() : null)

/** An event as the operator sees it. */
export function viewOfEvent(row: ViewedRow): AdminStripeEvent {
  return {
    id: row.id,
    event_id: row.event_id,
    type: row.type,
    object_id: row.object_id,
    account_id: row.account_id,
    received_via: row.received_via,
    status: row.status,
    attempts: row.attempts,
    occurred_at: new Date(row.occurred_at).toISOString(),
    next_attempt_at: timeOf(row.next_attempt_at),
    processed_at: timeOf(row.processed_at),
    effect: row.effect,
    last_error: row.last_error,
  }
}
