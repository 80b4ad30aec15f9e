import { model } from "@medusajs/framework/utils"

/**
 * A household hands goods to a seller at the weighbridge. `net_g` is what is paid for, after
 * `deduction_g` was taken off. It counts once both parties confirmed it.
 */
export const Delivery = model
  .define("delivery", {
    id: model.id({ prefix: "dlv" }).primaryKey(),
    seller_id: model.text(),
    household_id: model.text(),
    village_code: model.text(),
    product_kind: model.text(),
    grade: model.text(),
    net_g: model.number(),
    deduction_g: model.number().default(0),
    price_fen_per_kg: model.number(),
    amount_fen: model.number(),
    floor_fen_per_kg: model.number().nullable(),
    below_floor_reason: model.text().nullable(),
    delivered_on: model.text(),
    recorded_by: model.text(),
    confirmed_at: model.dateTime().nullable(),
    confirmed_via: model.enum(["household_code", "station"]).nullable(),
  })
  .indexes([{ on: ["seller_id", "delivered_on"] }, { on: ["household_id", "delivered_on"] }])
  .checks([
    { name: "delivery_weighs", expression: (c) => `${c.net_g} > 0 and ${c.deduction_g} >= 0` },
    {
      name: "delivery_above_floor_or_reasoned",
      expression: (c) =>
        `${c.floor_fen_per_kg} is null or ${c.price_fen_per_kg} >= ${c.floor_fen_per_kg} or ${c.below_floor_reason} is not null`,
    },
  ])
