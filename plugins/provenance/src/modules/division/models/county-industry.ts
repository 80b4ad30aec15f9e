import { model } from "@medusajs/framework/utils"

/** A county's one industry (一县一业): its product, its story, its records. One per county. */
export const CountyIndustry = model.define("county_industry", {
  id: model.id({ prefix: "cind" }).primaryKey(),
  county_code: model.text().unique(),
  name: model.json(),
  short: model.json(),
  tagline: model.json(),
  intro: model.json(),
  accent: model.text(),
  landscape: model.text(),
  picture_url: model.text(),
  season_text: model.json(),
  season_months: model.json(),
  season: model.json(),
  season_note: model.json(),
  facts: model.json(),
  /** Each with `is_verified` and `source`: only verified records may be shown. */
  gi_records: model.json(),
  story: model.json().nullable(),
  seal: model.text(),
})
