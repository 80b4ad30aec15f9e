import { model } from "@medusajs/framework/utils"

/**
 * A link of a lot's chain. `event` is the exact text that was hashed and signed: text, not jsonb,
 * because jsonb would reorder its keys. Append-only by trigger.
 */
export const TraceEvent = model
  .define("trace_event", {
    id: model.id({ prefix: "tev" }).primaryKey(),
    lot_id: model.text(),
    sequence: model.number(),
    kind: model.text(),
    /** Which act it tells, once: `sale:lal_1:1`. */
    cause: model.text(),
    event: model.text(),
    event_hash: model.text(),
    previous_hash: model.text(),
    chain_hash: model.text(),
    signature: model.text(),
    key_id: model.text(),
    /** ISO 8601 with milliseconds, as it was hashed. */
    recorded_at: model.text(),
    /** The business day of `recorded_at`, whose root holds the event. */
    day: model.text().index(),
  })
  .indexes([
    { on: ["lot_id", "sequence"], unique: true },
    { on: ["lot_id", "cause"], unique: true },
  ])
