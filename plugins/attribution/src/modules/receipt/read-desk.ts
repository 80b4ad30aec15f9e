import { type Sql, toFen } from "../../lib/sql"
import type { DeskSums, ReceiptSum, StatementSums, WrittenFact } from "./types"

/** What a clerk's pages show besides single receipts: sums, histories, who gets a statement. */

const STANDING = `
  from household_receipt r join receipt_now s on s.receipt_id = r.id`

const PARTS: Record<keyof DeskSums, string> = {
  due: "s.state = 'due'",
  overdue: "s.state = 'due' and r.due_on < :today",
  paid: "s.state = 'paid'",
  disputed: "s.state = 'disputed'",
  received: "s.state = 'received'",
  paid_today: "s.state <> 'voided' and s.paid_on = :today",
  confirmed_today: "s.state <> 'voided' and s.confirmed_on = :today",
}

const NAMES = Object.keys(PARTS) as (keyof DeskSums)[]

export async function readDesk(sql: Sql, sellerId: string, today: string): Promise<DeskSums> {
  const columns = NAMES.flatMap((name) => {
    const condition = PARTS[name].replace(":today", "day.today")
    return [
      `count(*) filter (where ${condition}) as ${name}_count`,
      `coalesce(sum(r.amount_fen) filter (where ${condition}), 0) as ${name}_fen`,
    ]
  })
  const [row = {}] = await sql<Record<string, string>>(
    `select ${columns.join(", ")} ${STANDING} cross join (select ?::text as today) day
      where r.seller_id = ?`,
    [today, sellerId],
  )
  const sumOf = (name: string): ReceiptSum => ({
    count: Number(row[`${name}_count`] ?? 0),
    amount_fen: toFen(row[`${name}_fen`] ?? 0),
  })
  // Each name of the record is asked for above.
  return Object.fromEntries(NAMES.map((name) => [name, sumOf(name)])) as DeskSums
}

export async function readFacts(sql: Sql, ids: readonly string[]): Promise<WrittenFact[]> {
  const rows = await sql<Omit<WrittenFact, "created_at"> & { created_at: Date }>(
    `select id, receipt_id, kind, happened_on, via, evidence, photo_url, note, recorded_by,
        created_at
       from receipt_fact where receipt_id = any(?::text[]) order by created_at, id`,
    [[...ids]],
  )
  return rows.map((row) => ({ ...row, created_at: new Date(row.created_at).toISOString() }))
}

/** Households with receipts of the period, or with open ones from before; voided ones left out. */
export async function readStatementSums(
  sql: Sql,
  sellerId: string,
  { from, to }: { from: string; to: string },
): Promise<StatementSums[]> {
  const rows = await sql<Record<keyof StatementSums, string>>(
    `select r.household_id, min(r.village_code) as village_code,
        count(*) filter (where is_of) as count,
        coalesce(sum(r.amount_fen) filter (where is_of), 0) as amount_fen,
        coalesce(sum(r.amount_fen) filter (where is_of and s.state = 'received'), 0) as received_fen,
        coalesce(sum(r.amount_fen) filter (where is_of and s.paid_on is not null), 0) as paid_fen,
        count(*) filter (where is_of and s.state = 'disputed') as disputed_count,
        coalesce(sum(r.amount_fen) filter (where is_of and s.paid_on is null), 0) as open_fen,
        coalesce(sum(r.amount_fen) filter (where not is_of and s.paid_on is null), 0)
          as earlier_fen,
        min(r.due_on) filter (where not is_of and s.paid_on is null) as earlier_due_on
      ${STANDING} cross join lateral (select r.arose_on >= ? as is_of) period
      where r.seller_id = ? and r.arose_on <= ? and s.state <> 'voided'
      group by r.household_id
      having count(*) filter (where is_of or s.paid_on is null) > 0
      order by r.household_id`,
    [from, sellerId, to],
  )
  return rows.map((row) => ({
    household_id: row.household_id,
    village_code: row.village_code,
    count: Number(row.count),
    amount_fen: toFen(row.amount_fen),
    received_fen: toFen(row.received_fen),
    paid_fen: toFen(row.paid_fen),
    disputed_count: Number(row.disputed_count),
    open_fen: toFen(row.open_fen),
    earlier_fen: toFen(row.earlier_fen),
    earlier_due_on: row.earlier_due_on,
  }))
}
