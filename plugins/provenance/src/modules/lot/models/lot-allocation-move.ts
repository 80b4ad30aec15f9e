import { model } from "@medusajs/framework/utils"

/** Picking used another lot than was allocated: what moved, and why. Append-only by a trigger. */
export const LotAllocationMove = model
  .define("lot_allocation_move", {
    id: model.id({ prefix: "lam" }).primaryKey(),
    order_id: model.text().index(),
    line_item_id: model.text().index(),
    variant_id: model.text(),
    from_lot_id: model.text().index(),
    to_lot_id: model.text().index(),
    units: model.number(),
    grams: model.number(),
    reason: model.text(),
    moved_by: model.text(),
  })
  .checks([{ name: "lot_allocation_move_counts", expression: (c) => `${c.units} > 0` }])
