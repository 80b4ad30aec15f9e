import { model } from "@medusajs/framework/utils"

/** What went into a lot: a delivery, grams of another lot, or goods of unknown origin (neither). */
export const LotInput = model
  .define("lot_input", {
    id: model.id({ prefix: "lin" }).primaryKey(),
    lot_id: model.text().index(),
    /** Unique: a delivery goes into one lot, whole. */
    delivery_id: model.text().unique().nullable(),
    input_lot_id: model.text().index().nullable(),
    net_g: model.number(),
  })
  .checks([
    { name: "lot_input_weighs", expression: (c) => `${c.net_g} > 0` },
    {
      name: "lot_input_has_one_origin",
      expression: (c) => `${c.delivery_id} is null or ${c.input_lot_id} is null`,
    },
  ])
