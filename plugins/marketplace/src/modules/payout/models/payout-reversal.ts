import { model } from "@medusajs/framework/utils"

/** What comes back of a transfer after a refund or a lost dispute. Its id names the reversal for good. */
export const PayoutReversal = model
  .define("payout_reversal", {
    id: model.id({ prefix: "prev" }).primaryKey(),
    payout_item_id: model.text(),
    seller_id: model.text(),
    order_id: model.text(),
    consignment_id: model.text(),
    amount_fen: model.number(),
    reversal_id: model.text().nullable(),
    settled_at: model.dateTime().nullable(),
    /** Why the provider did not take it back; it is then set off against the next payout. */
    last_error: model.text().nullable(),
  })
  .indexes([{ on: ["consignment_id"] }, { on: ["seller_id"] }])
