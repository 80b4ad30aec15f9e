import { model } from "@medusajs/framework/utils"

import { ConsignmentLine } from "./consignment-line"

/**
 * One seller's part of one order. The totals of an order's consignments sum to the order's total
 * to the fen, and the commission is frozen here at sale with the tax on it, so a later rate never
 * touches them.
 */
export const Consignment = model
  .define("consignment", {
    id: model.id({ prefix: "cons" }).primaryKey(),
    order_id: model.text().index(),
    /** The order's number, which is what people say on the telephone. */
    display_id: model.number(),
    seller_id: model.text(),
    status: model
      .enum(["awaiting_shipment", "shipped", "delivered", "cancelled"])
      .default("awaiting_shipment"),
    shipping_option_id: model.text(),
    shipping_option_name: model.text(),
    /** What the buyer pays for the goods, after every discount. */
    goods_fen: model.number(),
    /** Goods with platform-funded coupons added back: what the seller sold them for. */
    net_goods_fen: model.number(),
    shipping_fen: model.number(),
    tax_fen: model.number(),
    /** goods + shipping + tax. */
    total_fen: model.number(),
    commission_basis_points: model.number(),
    commission_fen: model.number(),
    commission_rule_version: model.text(),
    /** Of the commission, on top of it; nothing on sales from before it was levied. */
    commission_tax_basis_points: model.number().default(0),
    commission_tax_fen: model.number().default(0),
    destination_county_code: model.text().nullable(),
    carrier: model.text().nullable(),
    tracking_number: model.text().nullable(),
    shipped_at: model.dateTime().nullable(),
    fulfillment_id: model.text().nullable(),
    delivered_at: model.dateTime().nullable(),
    /** Who said so: the buyer, the operator, or nobody until the days were over. */
    delivery_said_by: model.enum(["buyer", "operator", "nobody"]).nullable(),
    lines: model.hasMany(() => ConsignmentLine, { mappedBy: "consignment" }),
  })
  .indexes([{ on: ["order_id", "seller_id"], unique: true }, { on: ["seller_id", "status"] }])
  .checks([
    {
      name: "consignment_total_adds_up",
      expression: (c) => `${c.total_fen} = ${c.goods_fen} + ${c.shipping_fen} + ${c.tax_fen}`,
    },
  ])
