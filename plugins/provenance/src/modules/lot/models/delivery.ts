import { model } from "@medusajs/framework/utils"

/**
 * A household hands goods to a seller at the weighbridge. `net_g` is what is paid for, after
 * `deduction_g` was taken off. It counts once both parties confirmed it; from then on what it says is
 * kept, and a mistake is voided and weighed in again.
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
    /** The station worker who confirmed for the household, and how the household agreed. */
    confirmed_by: model.text().nullable(),
    consent: model.text().nullable(),
    /** What is taken off in money: `{ label, amount_fen }[]`; `amount_fen` is before it. */
    deductions: model.json().nullable(),
    deducted_fen: model.number().default(0),
    /** The version of the agreement whose floor held. */
    agreement_version_id: model.text().nullable(),
    /** Given by a device that recorded it offline; names one delivery of the seller for ever. */
    client_id: model.text().nullable(),
    content_digest: model.text().nullable(),
    /** By our clock; what the device's clock said stands beside it. */
    weighed_at: model.dateTime().nullable(),
    device_weighed_at: model.dateTime().nullable(),
    device_sent_at: model.dateTime().nullable(),
    voided_at: model.dateTime().nullable(),
    voided_by: model.text().nullable(),
    void_reason: model.text().nullable(),
  })
  .indexes([
    { on: ["seller_id", "delivered_on"] },
    { on: ["household_id", "delivered_on"] },
    { on: ["seller_id", "client_id"], unique: true },
    { on: ["agreement_version_id"] },
  ])
  .checks([
    { name: "delivery_weighs", expression: (c) => `${c.net_g} > 0 and ${c.deduction_g} >= 0` },
    {
      name: "delivery_pays",
      expression: (c) => `${c.deducted_fen} >= 0 and ${c.deducted_fen} <= ${c.amount_fen}`,
    },
    {
      name: "delivery_above_floor_or_reasoned",
      expression: (c) =>
        `${c.floor_fen_per_kg} is null or ${c.price_fen_per_kg} >= ${c.floor_fen_per_kg} or ${c.below_floor_reason} is not null`,
    },
  ])
