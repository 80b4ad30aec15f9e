import { model } from "@medusajs/framework/utils"

/** What happened to a receipt, and what shows it. Append-only; the state is read from all of them. */
export const ReceiptFact = model
  .define("receipt_fact", {
    id: model.id({ prefix: "rcf" }).primaryKey(),
    receipt_id: model.text(),
    county_code: model.text(),
    kind: model.enum(["paid", "confirmed", "disputed", "dispute_settled", "voided"]),
    /** Business day on which it happened. */
    happened_on: model.text(),
    /** How: by bank, in cash, through the credit union; by the household's code, at a station, on a signed sheet. */
    via: model.text().nullable(),
    /** Slip number, sheet number or file that shows it. */
    evidence: model.text().nullable(),
    /** A photo of the slip or of the signed sheet, kept here and re-encoded. */
    photo_url: model.text().nullable(),
    note: model.text().nullable(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["receipt_id"] }])
