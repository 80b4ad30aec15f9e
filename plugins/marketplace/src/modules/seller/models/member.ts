import { model } from "@medusajs/framework/utils"

/** A person who signs in on behalf of one seller (auth actor type "member"). */
export const Member = model.define("member", {
  id: model.id({ prefix: "mem" }).primaryKey(),
  seller_id: model.text().index(),
  email: model.text().unique(),
  name: model.text(),
  role: model.enum(["owner", "clerk"]).default("clerk"),
})
