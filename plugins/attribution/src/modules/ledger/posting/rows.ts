import type { AttributedAccount } from "../../../domain/split-line"
import type { ColumnTypes } from "../journal"
import type { LineLot } from "../types"

/*
 * The journal's rows as they are written, one type per table, each with the PostgreSQL types that a
 * batch insert declares for its columns.
 */

export type BasisRow = {
  id: string
  county_code: string
  line_item_id: string
  order_id: string
  product_id: string
  seller_id: string
  destination_county_code: string | null
  effective_on: string
  grams: number
  basis: { lots: LineLot[] }
  rule_version: string
}

export type EntryRow = {
  id: string
  transaction_id: string
  entry_number: number
  county_code: string
  effective_on: string
  kind: "capture" | "refund"
  account: "sales" | AttributedAccount
  amount_fen: number
  division_code: string
  township_code: string | null
  village_code: string | null
  household_id: string | null
  status_label_zh: string | null
  line_item_id: string
  product_id: string
  seller_id: string
  lot_id: string | null
  destination_county_code: string | null
  circle: "small" | "big"
  month: string
  state: "pending" | "earned"
  share_numerator: string | null
  share_denominator: string | null
  line_goods_fen: number
  rule_version: string
  corrects_id: string | null
}

export type WaitingRow = {
  order_id: string
  idempotency_key: string
  line_item_id: string
  source_id: string
  kind: string
  effective_at: string
  fact: { goods_fen_total: number }
}

export const BASIS_COLUMNS: ColumnTypes<BasisRow> = {
  id: "text",
  county_code: "text",
  line_item_id: "text",
  order_id: "text",
  product_id: "text",
  seller_id: "text",
  destination_county_code: "text",
  effective_on: "date",
  grams: "bigint",
  basis: "jsonb",
  rule_version: "text",
}

export const ENTRY_COLUMNS: ColumnTypes<EntryRow> = {
  id: "text",
  transaction_id: "text",
  entry_number: "integer",
  county_code: "text",
  effective_on: "date",
  kind: "text",
  account: "text",
  amount_fen: "bigint",
  division_code: "text",
  township_code: "text",
  village_code: "text",
  household_id: "text",
  status_label_zh: "text",
  line_item_id: "text",
  product_id: "text",
  seller_id: "text",
  lot_id: "text",
  destination_county_code: "text",
  circle: "text",
  month: "text",
  state: "text",
  share_numerator: "text",
  share_denominator: "text",
  line_goods_fen: "bigint",
  rule_version: "text",
  corrects_id: "text",
}

export const WAITING_COLUMNS: ColumnTypes<WaitingRow> = {
  order_id: "text",
  idempotency_key: "text",
  line_item_id: "text",
  source_id: "text",
  kind: "text",
  effective_at: "timestamptz",
  fact: "jsonb",
}
