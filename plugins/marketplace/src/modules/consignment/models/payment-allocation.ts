import { model } from "@medusajs/framework/utils"

/**
 * A consignment's exact share of one amount due, captured or refunded. Written once, never changed
 * (a trigger refuses it): the shares of one source sum to its amount, to the fen.
 */
export const PaymentAllocation = model
  .define("payment_allocation", {
    id: model.id({ prefix: "palloc" }).primaryKey(),
    order_id: model.text(),
    consignment_id: model.text(),
    kind: model.enum(["due", "capture", "refund"]),
    /** The payment collection, capture or refund that this is a share of. */
    source_id: model.text(),
    amount_fen: model.number(),
    /** The whole order's total of this kind once this source is counted: lets a replay answer. */
    cumulative_fen: model.number(),
    /** The consignment's and its lines' totals once this source is counted. */
    outcome: model.json().nullable(),
  })
  .indexes([
    { on: ["kind", "source_id", "consignment_id"], unique: true },
    { on: ["order_id", "kind"] },
    { on: ["consignment_id"] },
  ])
