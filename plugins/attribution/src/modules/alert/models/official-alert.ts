import { model } from "@medusajs/framework/utils"

import { ALERT_KINDS } from "../../../domain/official-alerts"

/** Something for an official to look at. Raised once for a subject and period; never changed. */
export const OfficialAlert = model
  .define("official_alert", {
    id: model.id({ prefix: "alr" }).primaryKey(),
    kind: model.enum([...ALERT_KINDS]),
    division_code: model.text(),
    subject_kind: model.enum(["household", "seller", "station", "division"]),
    subject_id: model.text(),
    /** What it is about: `2026-11`, or a season `2026-Q4`. */
    period: model.text(),
    raised_on: model.text(),
    value: model.number().nullable(),
    compared_with: model.number().nullable(),
  })
  .indexes([{ on: ["division_code"] }])

/** What a person said after looking. Append-only; the last word is shown. */
export const AlertReview = model
  .define("alert_review", {
    id: model.id({ prefix: "alv" }).primaryKey(),
    alert_id: model.text(),
    note: model.text(),
    reviewed_by: model.text(),
    reviewer_name: model.text(),
  })
  .indexes([{ on: ["alert_id"] }])
