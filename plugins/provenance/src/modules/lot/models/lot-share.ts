import { model } from "@medusajs/framework/utils"

/**
 * A household's exact share of a lot: `parts` of the lot's whole, which is the sum of its parts.
 * Whole numbers as text, because a blend of blends outgrows 64 bits. `household_id` null is the
 * part of unknown origin. The status is the one that held on the delivery date.
 */
export const LotShare = model.define("lot_share", {
  id: model.id({ prefix: "lsh" }).primaryKey(),
  lot_id: model.text().index(),
  household_id: model.text().index().nullable(),
  status_label_zh: model.text().nullable(),
  is_enrolled: model.boolean(),
  village_code: model.text().nullable(),
  parts: model.text(),
})
