import { model } from "@medusajs/framework/utils"

/** Where a product comes from, and what its seller declares that packing and freight cost. */
export const ProductOrigin = model.define("product_origin", {
  id: model.id({ prefix: "porg" }).primaryKey(),
  product_id: model.text().unique(),
  county_code: model.text().index(),
  township_code: model.text().nullable(),
  packing_fen_per_kg: model.number(),
  freight_fen_per_kg: model.number(),
})
