import { model } from "@medusajs/framework/utils"

/**
 * A place of the administrative tree. The code says its level and its ancestors: a subtree is a
 * prefix. A code is never reused or overwritten: a place that ceased keeps its row, with
 * `valid_to` and `successor_code`. Dates are business days, `YYYY-MM-DD`.
 */
export const Division = model.define("division", {
  code: model.text().primaryKey(),
  level: model.enum(["province", "prefecture", "county", "township", "village"]),
  /** The name people use, e.g. 胜利村. */
  name_zh: model.text(),
  name_en: model.text().nullable(),
  /** The name in the statistical register, e.g. 胜利村村民委员会. */
  official_name_zh: model.text(),
  parent_code: model.text().index().nullable(),
  /** Seat coordinates, WGS 84 degrees. */
  lng: model.float().nullable(),
  lat: model.float().nullable(),
  /** One of the 832 counties once registered as poor; `null` while unverified. */
  is_poor_county_832: model.boolean().nullable(),
  valid_from: model.text().nullable(),
  valid_to: model.text().nullable(),
  successor_code: model.text().nullable(),
})
