import { model } from "@medusajs/framework/utils"

/** A household by its random public id and its place. Who it is lies in `household_identity`. */
export const Household = model.define("household", {
  id: model.id({ prefix: "hh" }).primaryKey(),
  village_code: model.text(),
  township_code: model.text(),
  county_code: model.text(),
})
