import { model } from "@medusajs/framework/utils"

/**
 * The terms of an agreement. A draft may change; a published version never does (a trigger keeps
 * it), and a later one supersedes it from its `effective_from` on. Days are `YYYY-MM-DD`.
 */
export const AgreementVersion = model
  .define("agreement_version", {
    id: model.id({ prefix: "agv" }).primaryKey(),
    agreement_id: model.text(),
    version: model.number(),
    status: model.enum(["draft", "published"]).default("draft"),
    effective_from: model.text().nullable(),
    published_at: model.dateTime().nullable(),
    mode: model.enum(["order", "share", "wage", "land_rent"]),
    product_kind: model.text(),
    enterprise_name: model.text().nullable(),
    cooperative_name: model.text().nullable(),
    credit_union_name: model.text().nullable(),
    responsible_person: model.text(),
    starts_on: model.text(),
    ends_on: model.text(),
    /** `{ grade: string | null, fen_per_kg: number }[]`. */
    floors: model.json(),
    rebate_kind: model.enum(["none", "fen_per_kg", "basis_points"]).default("none"),
    rebate_value: model.number().nullable(),
    document_url: model.text().nullable(),
    note: model.text().nullable(),
    drafted_by: model.text(),
  })
  .indexes([{ on: ["agreement_id", "version"], unique: true }])
