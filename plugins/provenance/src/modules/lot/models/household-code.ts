import { model } from "@medusajs/framework/utils"

/**
 * The code by which a household confirms its deliveries, salted and hashed. A new code is a new row
 * and the last row counts, so that a code set behind a household's back can be found. Only the count
 * of wrong tries changes.
 */
export const HouseholdCode = model
  .define("household_code", {
    id: model.id({ prefix: "hhc" }).primaryKey(),
    household_id: model.text(),
    code_hash: model.text(),
    set_by: model.text(),
    /** Who saw the household choose it. */
    witness: model.text(),
    failed_tries: model.number().default(0),
    closed_until: model.dateTime().nullable(),
  })
  .indexes([{ on: ["household_id"] }])
