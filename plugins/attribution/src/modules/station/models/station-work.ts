import { model } from "@medusajs/framework/utils"

import { CONSENT_WAYS } from "../../../domain/household-consent-record"

/** What a station did for households. Nothing is edited: what was a mistake is taken back by a row. */

/** A purchase that a station helped a household to make (下行). */
export const AssistedPurchase = model
  .define("assisted_purchase", {
    id: model.id({ prefix: "apu" }).primaryKey(),
    county_code: model.text(),
    village_code: model.text(),
    household_id: model.text(),
    station_id: model.text(),
    worker_id: model.text(),
    bought_on: model.text(),
    goods: model.text(),
    /** Whole units. */
    quantity: model.number(),
    unit: model.text(),
    /** For all units. */
    paid_fen: model.number(),
    /** Of one unit at the local market, and what shows it; both or neither. */
    local_price_fen: model.number().nullable(),
    price_document: model.text().nullable(),
    how: model.enum([...CONSENT_WAYS]),
    consent_note: model.text().nullable(),
    /** Of the form's own making: a form sent twice records once. */
    form_id: model.text(),
  })
  .indexes([
    { on: ["form_id"], unique: true },
    { on: ["station_id", "bought_on"] },
    { on: ["household_id", "bought_on"] },
    { on: ["village_code"] },
  ])

/** A delivery or a receipt that a household confirmed through a station. */
export const StationConfirmation = model
  .define("station_confirmation", {
    id: model.id({ prefix: "scf" }).primaryKey(),
    county_code: model.text(),
    village_code: model.text(),
    household_id: model.text(),
    station_id: model.text(),
    worker_id: model.text(),
    subject_kind: model.enum(["delivery", "receipt"]),
    subject_id: model.text(),
    /** The goods delivered, or the channel of the money. */
    goods: model.text(),
    confirmed_on: model.text(),
    how: model.enum([...CONSENT_WAYS]),
    consent_note: model.text().nullable(),
  })
  .indexes([
    { on: ["subject_kind", "subject_id"], unique: true },
    { on: ["station_id", "confirmed_on"] },
  ])

/** Takes a transaction back: it never counts again. */
export const StationVoid = model
  .define("station_void", {
    id: model.id({ prefix: "svo" }).primaryKey(),
    subject_kind: model.enum(["purchase", "delivery", "receipt"]),
    subject_id: model.text(),
    reason: model.text(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["subject_kind", "subject_id"], unique: true }])
