import { model } from "@medusajs/framework/utils"

/**
 * An organisation that may list goods. It owns a stock location and a shipping profile of its own,
 * so that a cart cannot complete without a shipping method for each seller in it.
 */
export const Seller = model
  .define("seller", {
    id: model.id({ prefix: "sel" }).primaryKey(),
    handle: model.text().unique(),
    kind: model.enum(["leading_enterprise", "large_grower", "cooperative"]),
    name_zh: model.text().searchable(),
    name_en: model.text().searchable(),
    unified_social_credit_code: model.text().nullable(),
    county_code: model.text().index(),
    township_code: model.text().nullable(),
    /** Only an approved seller may sell; a suspended one keeps its orders and ledger. */
    status: model.enum(["applied", "recommended", "approved", "suspended"]).default("applied"),
    founded_year: model.number().nullable(),
    about_zh: model.text().nullable(),
    about_en: model.text().nullable(),
    sales_channel_id: model.text().nullable(),
    stock_location_id: model.text().nullable(),
    shipping_profile_id: model.text().nullable(),
    /** Hundredths of a percent of net goods; frozen on each consignment at sale. */
    commission_basis_points: model.number().default(500),
  })
  .checks([
    {
      name: "seller_commission_is_a_share",
      expression: (c) => `${c.commission_basis_points} between 0 and 10000`,
    },
  ])
