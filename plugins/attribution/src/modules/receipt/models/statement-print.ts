import { model } from "@medusajs/framework/utils"

/** Who printed whose statement, and when: a print shows a household's money. Append-only. */
export const StatementPrint = model
  .define("statement_print", {
    id: model.id({ prefix: "spr" }).primaryKey(),
    /** What was printed in one go. */
    batch_id: model.text(),
    seller_id: model.text(),
    county_code: model.text(),
    household_id: model.text(),
    /** `YYYY-MM` or `YYYY`. */
    period: model.text(),
    /** The telephone that stands on the sheet. */
    phone: model.text().nullable(),
    printed_by: model.text(),
  })
  .indexes([{ on: ["seller_id", "period", "household_id"] }, { on: ["batch_id"] }])
