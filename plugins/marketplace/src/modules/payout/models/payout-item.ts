import { model } from "@medusajs/framework/utils"

import { Payout } from "./payout"

/**
 * One consignment's part of a payout. Its id names the transfer for good, and is written before the
 * transfer is asked for: however often it is tried, it is sent once.
 */
export const PayoutItem = model
  .define("payout_item", {
    id: model.id({ prefix: "pitem" }).primaryKey(),
    payout: model.belongsTo(() => Payout, { mappedBy: "items" }),
    seller_id: model.text(),
    order_id: model.text(),
    consignment_id: model.text(),
    payment_intent_id: model.text(),
    /** By how much the consignment's due is settled; below zero where the seller owed. */
    gross_fen: model.number(),
    /** What of it is sent. */
    transfer_fen: model.number(),
    /** Funded by the order's own charge, so that nothing is sent before the money is there. */
    is_from_charge: model.boolean(),
    transfer_id: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["payout_id", "consignment_id"], unique: true },
    { on: ["consignment_id"] },
    { on: ["transfer_id"] },
  ])
