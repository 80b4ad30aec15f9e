import { model } from "@medusajs/framework/utils"

import { PayoutItem } from "./payout-item"

/** What one seller is paid in one run. `open` until all of it is sent and in the books. */
export const Payout = model
  .define("payout", {
    id: model.id({ prefix: "pout" }).primaryKey(),
    seller_id: model.text(),
    status: model.enum(["open", "paid"]).default("open"),
    /** What is sent in all: the sum of the items. */
    transfer_fen: model.number(),
    /** What the seller owed and is set off here. */
    offset_fen: model.number(),
    paid_at: model.dateTime().nullable(),
    /** Why the last try did not finish; the next one goes on from there. */
    last_error: model.text().nullable(),
    items: model.hasMany(() => PayoutItem, { mappedBy: "payout" }),
  })
  .indexes([
    { on: ["seller_id", "created_at"] },
    // One at a time: the next is planned on what the one before has settled.
    { on: ["seller_id"], unique: true, where: "status = 'open' and deleted_at is null" },
  ])
