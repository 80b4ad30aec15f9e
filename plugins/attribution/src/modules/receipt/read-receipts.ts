import { type Sql, type SqlValue, toFen } from "../../lib/sql"
import type { ReceiptFilter, StandingReceipt } from "./types"

const COLUMNS = `
  r.id, r.household_id, r.village_code, r.seller_id, r.channel, r.income_class, r.amount_fen,
  r.arose_on, r.due_on, r.cause_key, r.delivery_id, r.note, r.created_at, s.state, s.paid_on, s.paid_via,
  s.paid_evidence, s.confirmed_on, s.confirmed_via, s.received_on`

const STANDING = "from household_receipt r join receipt_now s on s.receipt_id = r.id"

const ORDER = {
  latest: "r.arose_on desc, r.created_at desc, r.id",
  due: "r.due_on nulls last, r.household_id, r.id",
}

/** Receipts with their state, and how many there are in all and what they come to. */
export async function readReceipts(
  sql: Sql,
  { limit = 50, offset = 0, order = "latest", ...filter }: ReceiptFilter,
): Promise<{ receipts: StandingReceipt[]; count: number; amount_fen: number }> {
  const { where, values } = conditionsOf(filter)
  const rows = await sql<StoredReceipt>(
    `select ${COLUMNS}, count(*) over () as total, sum(r.amount_fen) over () as total_fen
      ${STANDING} ${where} order by ${ORDER[order]} limit ? offset ?`,
    [...values, limit, offset],
  )
  const [first] = rows
  return {
    receipts: rows.map(receiptOf),
    count: Number(first?.total ?? 0),
    amount_fen: toFen(first?.total_fen ?? 0),
  }
}

type StoredReceipt = Omit<StandingReceipt, "amount_fen" | "created_at"> & {
  amount_fen: string
  created_at: Date
  total: string
  total_fen: string
}

function receiptOf({ total: _total, total_fen: _fen, ...row }: StoredReceipt): StandingReceipt {
  return {
    ...row,
    amount_fen: toFen(row.amount_fen),
    created_at: new Date(row.created_at).toISOString(),
  }
}

function conditionsOf(filter: Omit<ReceiptFilter, "limit" | "offset" | "order">) {
  const all: [string, SqlValue | undefined][] = [
    ["r.seller_id = ?", filter.seller_id],
    ["r.household_id = ?", filter.household_id],
    ["r.household_id = any(?::text[])", filter.household_ids],
    ["r.id = any(?::text[])", filter.ids],
    ["s.state = ?", filter.state],
    ["r.channel = ?", filter.channel],
    ["s.state = 'due' and r.due_on < ?", filter.overdue_on],
    ["r.arose_on >= ?", filter.from],
    ["r.arose_on <= ?", filter.to],
  ]
  const given = all.filter(([, value]) => value !== undefined)
  return {
    where: given.length > 0 ? `where ${given.map(([condition]) => condition).join(" and ")}` : "",
    values: given.map(([, value]) => value as SqlValue),
  }
}
