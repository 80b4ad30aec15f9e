import { model } from "@medusajs/framework/utils"

/** Packs of one variant made from a lot. `(gtin, lot_code)` is what the pack's QR code says. */
export const LotPack = model
  .define("lot_pack", {
    id: model.id({ prefix: "lpk" }).primaryKey(),
    lot_id: model.text(),
    lot_code: model.text(),
    variant_id: model.text().index(),
    product_id: model.text().index(),
    gtin: model.text(),
    unit_g: model.number(),
    packed_units: model.number(),
    packed_at: model.dateTime(),
  })
  .indexes([
    { on: ["lot_id", "variant_id"], unique: true },
    { on: ["gtin", "lot_code"], unique: true },
  ])
  .checks([
    { name: "lot_pack_counts", expression: (c) => `${c.unit_g} > 0 and ${c.packed_units} >= 0` },
  ])
