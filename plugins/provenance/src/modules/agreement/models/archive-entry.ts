import { model } from "@medusajs/framework/utils"

/** The support archive (帮扶档案): visits, measures and their evidence. Append-only by a trigger. */
export const ArchiveEntry = model
  .define("archive_entry", {
    id: model.id({ prefix: "arc" }).primaryKey(),
    seller_id: model.text(),
    agreement_id: model.text().index().nullable(),
    household_id: model.text().index().nullable(),
    kind: model.enum(["visit", "training", "supply", "payment", "other"]),
    happened_on: model.text(),
    text: model.text(),
    /** Addresses of re-encoded pictures. */
    photos: model.json(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["seller_id", "happened_on"] }])
