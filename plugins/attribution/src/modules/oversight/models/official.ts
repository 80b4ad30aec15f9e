import { model } from "@medusajs/framework/utils"

/** A county or township official. Sees the subtree of `division_code`, and nothing outside it. */
export const Official = model.define("official", {
  id: model.id({ prefix: "off" }).primaryKey(),
  email: model.text().unique(),
  name: model.text(),
  division_code: model.text(),
})
