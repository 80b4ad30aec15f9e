import { model } from "@medusajs/framework/utils"

/**
 * A township's or village's own product (一乡一品, 一村一品). Shown as a fact only when verified;
 * `recognition` names the document and its source. Demo rows say so.
 */
export const DivisionSpeciality = model
  .define("division_speciality", {
    id: model.id({ prefix: "spc" }).primaryKey(),
    county_code: model.text().index(),
    /** 9 or 12 digits. */
    division_code: model.text(),
    product_kind: model.text(),
    name: model.json(),
    recognition: model.json().nullable(),
    is_verified: model.boolean(),
    is_demo: model.boolean(),
  })
  .indexes([{ on: ["division_code", "product_kind"], unique: true }])
