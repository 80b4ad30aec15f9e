import { model } from "@medusajs/framework/utils"

/**
 * One thing that happened to one order line: a capture, a refund, a correction. Written once by the
 * journal's own SQL (posting/write-journal.ts) and never changed; the model exists so that Query can
 * read it. `updated_at` and `deleted_at` are Medusa's and stay as they were born.
 */
export const LedgerTransaction = model.define("ledger_transaction", {
  id: model.id({ prefix: "ltx" }).primaryKey(),
  /** Seller's county: the key by which the journal is spread over machines. */
  county_code: model.text(),
  book: model.enum(["attribution", "funds"]),
  kind: model.enum(["capture", "refund", "correction"]),
  /** Names the cause, `capture:<capture id>:<line item id>`, so that a replay posts nothing. */
  idempotency_key: model.text(),
  /** Business day in Asia/Shanghai, `YYYY-MM-DD`. */
  effective_on: model.text(),
  effective_at: model.dateTime(),
  order_id: model.text(),
  line_item_id: model.text(),
  /** The capture or refund in Medusa's payment module. */
  source_id: model.text(),
  corrects_id: model.text().nullable(),
})
