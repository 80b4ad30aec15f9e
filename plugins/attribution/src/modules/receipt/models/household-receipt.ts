import { model } from "@medusajs/framework/utils"

import { INCOME_CLASSES, RECEIPT_CHANNELS } from "../../../domain/income-class"

/**
 * Money that a seller owes a household, or owed and paid. The row never changes: how far it has come
 * is told by its facts. `cause_key` names what it is owed for, so that a cause is owed once.
 */
export const HouseholdReceipt = model
  .define("household_receipt", {
    id: model.id({ prefix: "rcp" }).primaryKey(),
    county_code: model.text(),
    village_code: model.text(),
    household_id: model.text(),
    seller_id: model.text(),
    channel: model.enum([...RECEIPT_CHANNELS]),
    income_class: model.enum([...INCOME_CLASSES]),
    amount_fen: model.number(),
    /** Business day on which it arose, such as the day of the delivery. */
    arose_on: model.text(),
    /** Business day by which it has to be paid; `null` when none was agreed. */
    due_on: model.text().nullable(),
    cause_key: model.text().unique(),
    /** The delivery that is paid for, where there is one: reach compares it with what was sold. */
    delivery_id: model.text().nullable(),
    note: model.text().nullable(),
    recorded_by: model.text(),
  })
  .indexes([
    { on: ["household_id", "created_at"] },
    { on: ["seller_id", "created_at"] },
    { on: ["village_code"] },
    { on: ["delivery_id"] },
  ])
  .checks([{ name: "household_receipt_positive", expression: (c) => `${c.amount_fen} > 0` }])
