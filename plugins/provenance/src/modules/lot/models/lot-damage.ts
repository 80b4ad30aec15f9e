import { model } from "@medusajs/framework/utils"

/**
 * Goods of a lot that can't be sold any more: loose (no pack) or packed. Append-only by a trigger.
 */
export const LotDamage = model
  .define("lot_damage", {
    id: model.id({ prefix: "ldm" }).primaryKey(),
    lot_id: model.text().index(),
    lot_pack_id: model.text().index().nullable(),
    units: model.number().default(0),
    grams: model.number(),
    reason: model.text(),
    photo_url: model.text().nullable(),
    recorded_by: model.text(),
  })
  .checks([
    {
      name: "lot_damage_weighs",
      expression: (c) => `${c.grams} > 0 and (${c.lot_pack_id} is null) = (${c.units} = 0)`,
    },
  ])
