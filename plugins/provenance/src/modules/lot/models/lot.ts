import { model } from "@medusajs/framework/utils"

/**
 * What was packed together. Its composition lies in `lot_share` and never changes once sealed.
 * Dates are business days, `YYYY-MM-DD`.
 */
export const Lot = model
  .define("lot", {
    id: model.id({ prefix: "lot" }).primaryKey(),
    seller_id: model.text(),
    code: model.text(),
    product_kind: model.text(),
    grade: model.text(),
    county_code: model.text().index(),
    township_code: model.text().nullable(),
    village_code: model.text().nullable(),
    harvested_from: model.text(),
    harvested_to: model.text(),
    expires_on: model.text(),
    net_g: model.number(),
    /** How much of `net_g` is of unknown origin. */
    unattributed_g: model.number().default(0),
    /** What the households were paid per kg of attributed goods, on average. */
    purchase_fen_per_kg: model.number().nullable(),
    floor_fen_per_kg: model.number().nullable(),
    status: model.enum(["open", "sealed", "listed", "recalled"]).default("open"),
    certificate_number: model.text().nullable(),
    certificate_issued_on: model.text().nullable(),
    certificate_tests: model.text().nullable(),
    certificate_file_url: model.text().nullable(),
    /** The declared process that made it of its inputs, and the yield that held then. */
    process_id: model.text().nullable(),
    max_yield_basis_points: model.number().nullable(),
    sealed_at: model.dateTime().nullable(),
    listed_at: model.dateTime().nullable(),
    recalled_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["seller_id", "code"], unique: true }])
  .checks([
    {
      name: "lot_weighs",
      expression: (c) =>
        `${c.net_g} > 0 and ${c.unattributed_g} >= 0 and ${c.unattributed_g} <= ${c.net_g}`,
    },
    {
      name: "lot_listed_is_certified",
      expression: (c) => `${c.status} <> 'listed' or ${c.certificate_number} is not null`,
    },
  ])
