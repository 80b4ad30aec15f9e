import { model } from "@medusajs/framework/utils"

/** A buyer's bank takes a payment back. Whose money it is was settled when it was opened. */
export const PaymentDispute = model
  .define("payment_dispute", {
    id: model.id({ prefix: "disp" }).primaryKey(),
    /** The provider's name for it. */
    dispute_id: model.text().unique(),
    payment_id: model.text(),
    order_id: model.text(),
    amount_fen: model.number(),
    reason: model.text(),
    /** `inquiry`: the bank asks, and no money has moved. */
    status: model.enum(["inquiry", "open", "won", "lost", "closed"]),
    /** Until then the provider takes evidence. */
    evidence_due_at: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    /** Each consignment's share of the amount. */
    shares: model.json(),
  })
  .indexes([{ on: ["order_id"] }, { on: ["status"] }])
