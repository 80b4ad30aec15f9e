import { model } from "@medusajs/framework/utils"

import { CALL_KINDS } from "../../../lib/operations"

/**
 * An intent of ours towards Stripe, written down before it is sent. One row, one idempotency key;
 * every retry repeats it. `open` means that nobody knows yet whether Stripe did it.
 */
export const ProviderCall = model
  .define("provider_call", {
    id: model.id({ prefix: "pcall" }).primaryKey(),
    kind: model.enum([...CALL_KINDS]),
    /** What the calls of a kind are compared within: a payment intent, an order, a session. */
    subject_id: model.text().index(),
    /** What of ours it was made for, such as a refund's id. */
    reference: model.text().index(),
    idempotency_key: model.text().unique(),
    request_hash: model.text(),
    request: model.json(),
    status: model.enum(["open", "succeeded", "refused"]).default("open"),
    attempts: model.number().default(0),
    provider_object_id: model.text().nullable(),
    /** The answer without secrets. */
    response: model.json().nullable(),
    error_code: model.text().nullable(),
    error_message: model.text().nullable(),
    first_sent_at: model.dateTime().nullable(),
    last_sent_at: model.dateTime().nullable(),
    settled_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["provider_object_id"] },
    { on: ["settled_at"], where: "kind = 'refund' and status = 'succeeded'" },
    { on: ["created_at"], where: "status = 'open'" },
  ])
