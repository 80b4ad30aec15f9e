import { UNTOUCHED_LINE, type LineState } from "../../../domain/reverse-cumulatively"
import { partKey, type AttributedAccount } from "../../../domain/split-line"
import { toFen, type Sql } from "../sql"
import type { BasisRow, WaitingRow } from "./rows"

/** A line as the journal holds it, and where its corrections must point. */
export type LineBook = {
  state: LineState
  firstCaptureId: string | null
  /** The entry that first credited each part, by part key. */
  firstEntryIds: Map<string, string>
}

export type Books = {
  transactionIds: Map<string, string>
  bases: Map<string, BasisRow>
  lines: Map<string, LineBook>
  waiting: WaitingRow[]
}

/** A line of which nothing is posted yet. */
export function emptyLineBook(): LineBook {
  return { state: UNTOUCHED_LINE, firstCaptureId: null, firstEntryIds: new Map() }
}

/**
 * Makes postings for the same orders wait for each other until the end of this DB transaction: two
 * refunds of one line must not both start from the same balance. Locks are taken in sorted order,
 * so that two batches cannot wait for each other.
 */
export async function lockOrders(sql: Sql, orderIds: string[]): Promise<void> {
  await sql(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(order_id, 0) as key from unnest(?::text[]) as order_id
       order by 1
     ) as keys`,
    [orderIds],
  )
}

/** Everything the journal already knows about these orders and lines, in four statements. */
export async function readBooks(
  sql: Sql,
  orderIds: string[],
  lineItemIds: string[],
): Promise<Books> {
  const waiting = await readWaitingRefunds(sql, orderIds)
  const bases = await readBases(sql, lineItemIds)
  const { transactionIds, lines } = await readTransactions(sql, lineItemIds)
  await addNetParts(sql, lineItemIds, lines)
  return { transactionIds, bases, lines, waiting }
}

async function readWaitingRefunds(sql: Sql, orderIds: string[]): Promise<WaitingRow[]> {
  const rows = await sql<Omit<WaitingRow, "effective_at"> & { effective_at: Date }>(
    `select order_id, idempotency_key, line_item_id, source_id, kind, effective_at, fact
       from attribution_waiting where order_id = any(?)
      order by effective_at, idempotency_key`,
    [orderIds],
  )
  return rows.map((row) => ({
    ...row,
    effective_at: row.effective_at.toISOString(),
  }))
}

async function readBases(sql: Sql, lineItemIds: string[]): Promise<Map<string, BasisRow>> {
  const rows = await sql<Omit<BasisRow, "grams"> & { grams: string }>(
    `select id, county_code, line_item_id, order_id, product_id, seller_id,
            destination_county_code, effective_on::text, grams::text, basis, rule_version
       from attribution_basis where line_item_id = any(?)`,
    [lineItemIds],
  )
  return new Map(rows.map((row) => [row.line_item_id, { ...row, grams: Number(row.grams) }]))
}

type TransactionHead = {
  id: string
  idempotency_key: string
  line_item_id: string
  kind: string
  captured_goods_fen: string
  refunded_goods_fen: string
}

async function readTransactions(
  sql: Sql,
  lineItemIds: string[],
): Promise<Pick<Books, "transactionIds" | "lines">> {
  const rows = await sql<TransactionHead>(
    `select t.id, t.idempotency_key, t.line_item_id, t.kind, t.captured_goods_fen::text,
            t.refunded_goods_fen::text
       from ledger_cause c
       join ledger_transaction t on t.id = c.transaction_id and t.county_code = c.county_code
        and t.effective_on = c.effective_on
      where c.line_item_id = any(?) and c.book = 'attribution'
      order by t.posted_at, t.id`,
    [lineItemIds],
  )
  const lines = new Map<string, LineBook>()
  for (const row of rows) {
    lines.set(row.line_item_id, withHead(lines.get(row.line_item_id) ?? emptyLineBook(), row))
  }
  return { transactionIds: new Map(rows.map((row) => [row.idempotency_key, row.id])), lines }
}

/** Each transaction holds the totals as they were after it; totals only grow, so the largest hold. */
function withHead(line: LineBook, row: TransactionHead): LineBook {
  const { state } = line
  return {
    ...line,
    firstCaptureId: line.firstCaptureId ?? (row.kind === "capture" ? row.id : null),
    state: {
      ...state,
      capturedFen: Math.max(state.capturedFen, toFen(row.captured_goods_fen)),
      refundedFen: Math.max(state.refundedFen, toFen(row.refunded_goods_fen)),
    },
  }
}

type NetPart = {
  line_item_id: string
  lot_id: string | null
  account: AttributedAccount
  household_id: string | null
  status_label_zh: string | null
  village_code: string | null
  net_fen: string
  first_id: string
}

async function addNetParts(
  sql: Sql,
  lineItemIds: string[],
  lines: Map<string, LineBook>,
): Promise<void> {
  const rows = await sql<NetPart>(
    `select line_item_id, lot_id, account, household_id, status_label_zh, village_code,
            sum(amount_fen)::text as net_fen,
            (array_agg(id order by posted_at, id))[1] as first_id
       from ledger_entry
      where line_item_id = any(?) and account <> 'sales'
      group by line_item_id, lot_id, account, household_id, status_label_zh, village_code`,
    [lineItemIds],
  )
  for (const row of rows) {
    const line = lines.get(row.line_item_id) ?? emptyLineBook()
    const key = partKey({
      account: row.account,
      lotId: row.lot_id,
      householdId: row.household_id,
      statusLabelZh: row.status_label_zh,
      villageCode: row.village_code,
    })
    lines.set(row.line_item_id, {
      ...line,
      state: {
        ...line.state,
        netByPart: new Map([...line.state.netByPart, [key, toFen(row.net_fen)]]),
      },
      firstEntryIds: line.firstEntryIds.set(key, row.first_id),
    })
  }
}
