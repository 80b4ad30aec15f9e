import { model } from "@medusajs/framework/utils"

/** A household as a party to a version of an agreement, with what it promises. */
export const AgreementHousehold = model
  .define("agreement_household", {
    id: model.id({ prefix: "agh" }).primaryKey(),
    version_id: model.text(),
    household_id: model.text().index(),
    promised_g: model.number().nullable(),
  })
  .indexes([{ on: ["version_id", "household_id"], unique: true }])
