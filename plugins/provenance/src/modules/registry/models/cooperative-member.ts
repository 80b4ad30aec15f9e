import { model } from "@medusajs/framework/utils"

/** A household's membership of a cooperative. The seller is marketplace's, known here by its id. */
export const CooperativeMember = model
  .define("cooperative_member", {
    id: model.id({ prefix: "hmem" }).primaryKey(),
    household_id: model.text(),
    seller_id: model.text(),
    joined_on: model.text(),
  })
  .indexes([{ on: ["seller_id", "household_id"], unique: true }, { on: ["household_id"] }])
