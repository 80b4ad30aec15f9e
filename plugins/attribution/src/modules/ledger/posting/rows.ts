import type { PartChange, PartState } from "../../../domain/line-facts"
import type { AttributedAccount } from "../../../domain/split-line"
import type { ColumnTypes } from "../insert-rows"
import type { LineLot } from "../types"
import type { EventKind, LineFactEvent } from "./line-fact-events"

/*
 * The attribution book's rows as they are written, each with the PostgreSQL types that a batch insert
 * declares for its columns.
 */

export type BasisRow = {
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

/** What the entries of one transaction have in common. */
export type EntryHead = {
  transaction_id: string
  county_code: string
  effective_on: string
  month: string
  kind: EventKind
  line_item_id: string
  product_id: string
  seller_id: string
  destination_county_code: string | null
  circle: "small" | "big"
  line_goods_fen: number
  rule_version: string
}

/** One entry; `head` is the position of its transaction in the batch. */
export type EntryRow = {
  head: number
  entry_number: number
  account: "sales" | AttributedAccount
  state: PartState
  amount_fen: number
  village_code: string | null
  household_id: string | null
  status_label_zh: string | null
  lot_id: string | null
  share_numerator: PartChange["shareNumerator"]
  share_denominator: PartChange["shareDenominator"]
  corrects_id: string | null
}

export type WaitingRow = Omit<LineFactEvent, "basis"> & { idempotency_key: string }

export const BASIS_COLUMNS: ColumnTypes<BasisRow> = {
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

export const ENTRY_HEAD_COLUMNS: ColumnTypes<EntryHead> = {
  transaction_id: "text",
  county_code: "text",
  effective_on: "date",
  month: "text",
  kind: "text",
  line_item_id: "text",
  product_id: "text",
  seller_id: "text",
  destination_county_code: "text",
  circle: "text",
  line_goods_fen: "bigint",
  rule_version: "text",
}

export const ENTRY_COLUMNS: ColumnTypes<EntryRow> = {
  head: "integer",
  entry_number: "integer",
  account: "text",
  state: "text",
  amount_fen: "bigint",
  village_code: "text",
  household_id: "text",
  status_label_zh: "text",
  lot_id: "text",
  share_numerator: "text",
  share_denominator: "text",
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
