import { model } from "@medusajs/framework/utils"

/** A seller's account at Stripe, where its transfers go. One account per seller. */
export const ConnectAccount = model.define("connect_account", {
  id: model.id({ prefix: "cacc" }).primaryKey(),
  seller_id: model.text().unique(),
  account_id: model.text().unique(),
  status: model
    .enum(["onboarding", "in_review", "restricted", "active", "rejected"])
    .default("onboarding"),
  /** What Stripe still asks for, by its own field names. */
  due_fields: model.json(),
  country: model.text(),
})
