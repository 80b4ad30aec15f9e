import { model } from "@medusajs/framework/utils"

/** Which packs an order line is served from. Released when the order does not come about. */
export const LotAllocation = model
  .define("lot_allocation", {
    id: model.id({ prefix: "lal" }).primaryKey(),
    order_id: model.text().index(),
    line_item_id: model.text(),
    lot_id: model.text().index(),
    lot_pack_id: model.text().index(),
    variant_id: model.text(),
    units: model.number(),
    grams: model.number(),
    state: model.enum(["allocated", "shipped", "released"]).default("allocated"),
    shipped_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["line_item_id", "lot_pack_id"], unique: true }])
  .checks([{ name: "lot_allocation_counts", expression: (c) => `${c.units} > 0` }])
