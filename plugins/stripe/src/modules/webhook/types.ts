import type { InferTypeOf } from "@medusajs/framework/types"

import type { WebhookEvent } from "./models/webhook-event"

export type WebhookEventRow = InferTypeOf<typeof WebhookEvent>

/** What of a claimed event the worker needs. */
export type ClaimedEvent = Pick<
  WebhookEventRow,
  "id" | "event_id" | "type" | "object_type" | "object_id" | "account_id" | "attempts"
>

export type PollReport = { found: number; missed: number; seen_until: Date }
