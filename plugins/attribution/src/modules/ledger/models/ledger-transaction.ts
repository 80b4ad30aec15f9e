import { model } from "@medusajs/framework/utils"

/**
 * One thing that happened: in the attribution book to one order line, in the funds book to money.
 * Written once by the journal's own SQL (journal.ts) and never changed; the model exists so that Query
 * can read it. `updated_at` and `deleted_at` are Medusa's and stay as they were born.
 */
export const LedgerTransaction = model.define("ledger_transaction", {
  id: model.id({ prefix: "ltx" }).primaryKey(),
  /** Seller's county: the key by which the journal is spread over machines. */
  county_code: model.text(),
  book: model.enum(["attribution", "funds"]),
  kind: model.text(),
  /** Names the cause, `capture:<capture id>:<line item id>`, so that a replay posts nothing. */
  idempotency_key: model.text(),
  /** Business day in Asia/Shanghai, `YYYY-MM-DD`. */
  effective_on: model.text(),
  effective_at: model.dateTime(),
  /** `null` where a movement of money belongs to no order; the attribution book always has both. */
  order_id: model.text().nullable(),
  line_item_id: model.text().nullable(),
  /** The capture, refund, transfer … that caused it. */
  source_id: model.text(),
  corrects_id: model.text().nullable(),
})
