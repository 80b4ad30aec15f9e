import { model } from "@medusajs/framework/utils"

/**
 * A cooperative's year, as its members' assembly resolved it. Rows appear with the resolution and
 * never change. Rule: docs/domain.md §7, "patronage refund".
 */
export const PatronageResolution = model
  .define("patronage_resolution", {
    id: model.id({ prefix: "pat" }).primaryKey(),
    seller_id: model.text(),
    county_code: model.text(),
    year: model.number(),
    surplus_fen: model.number(),
    losses_fen: model.number(),
    reserves_fen: model.number(),
    by_volume_basis_points: model.number(),
    /** Number and day of the assembly's resolution. */
    resolution_number: model.text(),
    resolved_on: model.text(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["seller_id", "year"], unique: true }])

/** What stands on a member's account at the end of a year, fen. */
export const MemberAccount = model
  .define("member_account", {
    id: model.id({ prefix: "macc" }).primaryKey(),
    seller_id: model.text(),
    household_id: model.text(),
    year: model.number(),
    contribution_fen: model.number().default(0),
    reserve_share_fen: model.number().default(0),
    grant_share_fen: model.number().default(0),
  })
  .indexes([{ on: ["seller_id", "year", "household_id"], unique: true }])

/** A member's part of a resolved year, with the volume that it follows from. */
export const PatronageShare = model
  .define("patronage_share", {
    id: model.id({ prefix: "pats" }).primaryKey(),
    resolution_id: model.text(),
    household_id: model.text(),
    volume_fen: model.number(),
    by_volume_fen: model.number(),
    by_account_fen: model.number(),
  })
  .indexes([{ on: ["resolution_id", "household_id"], unique: true }])
