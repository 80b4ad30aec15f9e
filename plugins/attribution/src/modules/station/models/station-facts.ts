import { model } from "@medusajs/framework/utils"

/** Rows that officials import, each with its document; a corrected figure is a row more. */

export const StationSubsidy = model
  .define("station_subsidy", {
    id: model.id({ prefix: "sts" }).primaryKey(),
    station_id: model.text(),
    /** `YYYY-MM`. */
    month: model.text(),
    amount_fen: model.number(),
    document: model.text(),
    corrects_id: model.text().nullable(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["station_id", "month"] }])

/** What canteens of offices, schools and hospitals reserved for poor counties' goods, and bought. */
export const CanteenQuotaEntry = model
  .define("canteen_quota_entry", {
    id: model.id({ prefix: "cqe" }).primaryKey(),
    division_code: model.text(),
    year: model.number(),
    buyer: model.text(),
    kind: model.enum(["reserved", "executed"]),
    amount_fen: model.number(),
    document: model.text(),
    corrects_id: model.text().nullable(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["division_code", "year"] }])

/** A division's income lines of a year, where its officials publish any; empty by default. */
export const IncomeLine = model
  .define("income_line", {
    id: model.id({ prefix: "inl" }).primaryKey(),
    division_code: model.text(),
    year: model.number(),
    kind: model.text(),
    /** For a person and year. */
    amount_fen: model.number(),
    document: model.text(),
    /** Business day; files of before named none. */
    document_date: model.text().nullable(),
    corrects_id: model.text().nullable(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["division_code", "year"] }])

/** An official's file between its dry run and its commit. The only row here that changes. */
export const StationImport = model
  .define("station_import", {
    id: model.id({ prefix: "sti" }).primaryKey(),
    official_id: model.text(),
    division_code: model.text(),
    kind: model.enum(["stations", "subsidies", "quotas", "income_lines"]),
    file_digest: model.text(),
    state: model.enum(["refused", "ready", "committed"]),
    rows: model.json(),
    errors: model.json(),
    row_count: model.number(),
    written_count: model.number().nullable(),
  })
  .indexes([{ on: ["official_id", "created_at"] }])
