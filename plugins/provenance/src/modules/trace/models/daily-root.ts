import { model } from "@medusajs/framework/utils"

/** The Merkle root over all events of a business day that is over. Append-only by trigger. */
export const DailyRoot = model.define("daily_root", {
  id: model.id({ prefix: "drt" }).primaryKey(),
  day: model.text().unique(),
  root: model.text(),
  event_count: model.number(),
  /** The root of the last day before it that had events. */
  previous_root: model.text().nullable(),
})
