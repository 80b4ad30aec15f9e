import { model } from "@medusajs/framework/utils"

/** A support agreement (帮扶协议) by its number; what it says lies in its versions. */
export const Agreement = model
  .define("agreement", {
    id: model.id({ prefix: "agr" }).primaryKey(),
    seller_id: model.text(),
    number: model.text(),
  })
  .indexes([{ on: ["seller_id", "number"], unique: true }])
