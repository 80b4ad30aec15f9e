import type { AttributedAccount } from "../../../domain/split-line"
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

export type TransactionRow = {
  id: string
  county_code: string
  book: "attribution"
  kind: "capture" | "refund"
  idempotency_key: string
  effective_on: string
  effective_at: string
  order_id: string
  line_item_id: string
  source_id: string
  corrects_id: string | null
  captured_goods_fen: number
  refunded_goods_fen: number
  rule_version: string
}

export type EntryRow = {
  id: string
  county_code: string
  transaction_id: string
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
  state: "pending" | "reversed"
  share_numerator: string | null
  share_denominator: string | null
  line_goods_fen: number
  rule_version: string
  corrects_id: string | null
}

export type WaitingRefundRow = {
  order_id: string
  idempotency_key: string
  line_item_id: string
  source_id: string
  effective_at: string
  refunded_goods_fen: number
}

type ColumnTypes<Row> = Record<keyof Row, "text" | "bigint" | "date" | "timestamptz" | "jsonb">

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

export const TRANSACTION_COLUMNS: ColumnTypes<TransactionRow> = {
  id: "text",
  county_code: "text",
  book: "text",
  kind: "text",
  idempotency_key: "text",
  effective_on: "date",
  effective_at: "timestamptz",
  order_id: "text",
  line_item_id: "text",
  source_id: "text",
  corrects_id: "text",
  captured_goods_fen: "bigint",
  refunded_goods_fen: "bigint",
  rule_version: "text",
}

export const ENTRY_COLUMNS: ColumnTypes<EntryRow> = {
  id: "text",
  county_code: "text",
  transaction_id: "text",
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

export const WAITING_REFUND_COLUMNS: ColumnTypes<WaitingRefundRow> = {
  order_id: "text",
  idempotency_key: "text",
  line_item_id: "text",
  source_id: "text",
  effective_at: "timestamptz",
  refunded_goods_fen: "bigint",
}
