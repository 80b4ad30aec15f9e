import { model } from "@medusajs/framework/utils"

/** How long a lot's chain is and where it ends, so that an event cut off its end is missed. */
export const TraceChain = model.define("trace_chain", {
  id: model.id({ prefix: "tch" }).primaryKey(),
  lot_id: model.text().unique(),
  event_count: model.number(),
  head_hash: model.text(),
  recorded_at: model.text(),
})
