import { recordset, type ColumnTypes } from "./insert-rows"
import type { Sql } from "../../lib/sql"

/*
 * What both books share: the cause of a transaction, which is posted once, and its head.
 */

export type CauseRow = {
  county_code: string
  idempotency_key: string
  book: "attribution" | "funds"
  kind: string
  transaction_id: string
  effective_on: string
  effective_at: string
  order_id: string | null
  line_item_id: string | null
  source_id: string
  /** What the transaction was worked out from: enough to work it out again. */
  fact: object
}

export type TransactionRow = {
  id: string
  county_code: string
  book: "attribution" | "funds"
  kind: string
  idempotency_key: string
  effective_on: string
  effective_at: string
  order_id: string | null
  line_item_id: string | null
  source_id: string
  corrects_id: string | null
  captured_goods_fen: number | null
  refunded_goods_fen: number | null
  rule_version: string
}

const CAUSE_COLUMNS: ColumnTypes<CauseRow> = {
  county_code: "text",
  idempotency_key: "text",
  book: "text",
  kind: "text",
  transaction_id: "text",
  effective_on: "date",
  effective_at: "timestamptz",
  order_id: "text",
  line_item_id: "text",
  source_id: "text",
  fact: "jsonb",
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

/**
 * Writes causes and answers the keys that were new. A key that another transaction is writing at this
 * moment is waited for, in sorted order, so that two batches cannot wait for each other.
 */
export async function insertCauses(sql: Sql, causes: readonly CauseRow[]): Promise<Set<string>> {
  if (causes.length === 0) {
    return new Set()
  }
  const { names, source, bindings } = recordset("r", CAUSE_COLUMNS, causes)
  const rows = await sql<{ idempotency_key: string }>(
    `insert into ledger_cause (${names})
     select ${names} from ${source} order by idempotency_key, county_code
     on conflict (idempotency_key, county_code) do nothing
     returning idempotency_key`,
    bindings,
  )
  return new Set(rows.map(({ idempotency_key }) => idempotency_key))
}
