import { model } from "@medusajs/framework/utils"

/**
 * A line of the list of those who may use a county's geographical indication. A seller's goods show
 * the mark only by such a line under the seller's own credit code, and only when verified.
 */
export const GiLawfulUser = model
  .define("gi_lawful_user", {
    id: model.id({ prefix: "giu" }).primaryKey(),
    county_code: model.text().index(),
    /** Number of the county industry's GI record. */
    gi_number: model.text(),
    unified_social_credit_code: model.text(),
    holder_name: model.text(),
    announcement_number: model.text(),
    announced_on: model.text().nullable(),
    source: model.text(),
    is_verified: model.boolean(),
  })
  .indexes([{ on: ["gi_number", "county_code", "unified_social_credit_code"], unique: true }])
