import { model } from "@medusajs/framework/utils"

/**
 * What an official's document said about a household from a day on. Append-only, in the service
 * and by a trigger: a late correction is a new row, so the past can always be told again.
 */
export const HouseholdStatus = model
  .define("household_status", {
    id: model.id({ prefix: "hst" }).primaryKey(),
    household_id: model.text(),
    label_zh: model.text(),
    is_enrolled: model.boolean(),
    valid_from: model.text(),
    document_number: model.text(),
  })
  .indexes([
    {
      name: "IDX_household_status_line_unique",
      // The same line of the same document imported twice is one fact.
      on: ["household_id", "valid_from", "document_number", "label_zh", "is_enrolled"],
      unique: true,
    },
  ])
