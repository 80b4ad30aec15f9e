import { model } from "@medusajs/framework/utils"

import { Consignment } from "./consignment"

/** An order line as its seller sees it, as it was when it was sold. */
export const ConsignmentLine = model.define("consignment_line", {
  id: model.id({ prefix: "cline" }).primaryKey(),
  consignment: model.belongsTo(() => Consignment, { mappedBy: "lines" }),
  line_item_id: model.text().unique(),
  product_id: model.text().index(),
  variant_id: model.text(),
  title: model.text(),
  variant_title: model.text(),
  thumbnail: model.text().nullable(),
  quantity: model.number(),
  unit_weight_g: model.number(),
  /** Net goods value R of the line, platform-funded coupons added back. */
  goods_fen: model.number(),
  /** What the buyer pays for the line, without its tax. */
  paid_goods_fen: model.number(),
})
