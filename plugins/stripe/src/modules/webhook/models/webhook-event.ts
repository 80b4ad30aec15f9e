import { model } from "@medusajs/framework/utils"

/**
 * An event that Stripe has told of, by webhook or by the poller. Unique by Stripe's id, so a repeated
 * delivery is one row. It keeps what the event is about, not its snapshot: the worker reads the
 * object's current state, and no personal data of a snapshot lies here.
 */
export const WebhookEvent = model
  .define("webhook_event", {
    id: model.id({ prefix: "whev" }).primaryKey(),
    event_id: model.text().unique(),
    type: model.text().searchable(),
    object_type: model.text(),
    object_id: model.text().searchable(),
    /** The connected account it came from; null for the platform's own. */
    account_id: model.text().nullable(),
    is_live: model.boolean(),
    received_via: model.enum(["webhook", "poll"]),
    occurred_at: model.dateTime(),
    /** `dead`: given up after the last attempt; a person replays it. */
    status: model.enum(["pending", "done", "ignored", "dead"]).default("pending"),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
    /** The event of ours that it came to. */
    effect: model.text().nullable(),
    processed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["status", "next_attempt_at"] }])
