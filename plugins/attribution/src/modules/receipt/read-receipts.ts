import { type IncomeClass, type ReceiptChannel } from "../../domain/income-class"
import { type Sql, type SqlValue, toFen } from "../../lib/sql"
import type {
  ReceiptFigures,
  ReceiptFilter,
  ReceiptScope,
  StandingReceipt,
  Timeliness,
} from "./types"

const COLUMNS = `
  r.id, r.household_id, r.village_code, r.seller_id, r.channel, r.income_class, r.amount_fen,
  r.arose_on, r.due_on, r.cause_key, r.delivery_id, r.note, r.created_at, s.state, s.paid_on, s.paid_via,
  s.paid_evidence, s.confirmed_on, s.confirmed_via, s.received_on`

const STANDING = `
  from household_receipt r join receipt_standing(?::timestamptz) s on s.receipt_id = r.id`

/** Later than any fact: the state of now. */
const NOW = "infinity"

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
    [NOW, ...values, limit, offset],
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

/** What households of a division received in a period: paid and confirmed, by channel. */
export async function readFigures(sql: Sql, scope: ReceiptScope): Promise<ReceiptFigures> {
  const { where, values } = receivedIn(scope)
  const rows = await sql<{
    channel: ReceiptChannel
    income_class: IncomeClass
    amount_fen: string
  }>(
    `select r.channel, r.income_class, sum(r.amount_fen) as amount_fen ${STANDING} ${where}
      group by r.channel, r.income_class order by r.channel`,
    values,
  )
  const [households] = await sql<{ count: string }>(
    `select count(distinct r.household_id) as count ${STANDING} ${where}`,
    values,
  )
  const by_channel = rows.map((row) => ({ ...row, amount_fen: toFen(row.amount_fen) }))
  return {
    received_fen: by_channel.reduce((sum, { amount_fen }) => sum + amount_fen, 0),
    household_count: Number(households?.count ?? 0),
    by_channel,
  }
}

/** What each household of a division received in a period, fen by household; `ids` narrows to these. */
export async function readByHousehold(
  sql: Sql,
  scope: ReceiptScope,
  ids?: string[],
): Promise<{ household_id: string; village_code: string; amount_fen: number }[]> {
  const { where, values } = receivedIn(scope)
  const rows = await sql<{ household_id: string; village_code: string; amount_fen: string }>(
    `select r.household_id, min(r.village_code) as village_code, sum(r.amount_fen) as amount_fen
      ${STANDING} ${where} and (?::text[] is null or r.household_id = any(?))
      group by r.household_id order by r.household_id`,
    [...values, ids ?? null, ids ?? null],
  )
  return rows.map((row) => ({ ...row, amount_fen: toFen(row.amount_fen) }))
}

/** Received amounts by the division `digits` long, or by month; keys are codes or `YYYY-MM`. */
export async function readGrouped(
  sql: Sql,
  scope: ReceiptScope,
  by: "month" | { digits: number },
): Promise<{ key: string; amount_fen: number; household_count: number }[]> {
  const { where, values } = receivedIn(scope)
  const key =
    by === "month" ? "left(s.received_on, 7)" : `left(r.village_code, ${Math.trunc(by.digits)})`
  const rows = await sql<{ key: string; amount_fen: string; household_count: string }>(
    `select ${key} as key, sum(r.amount_fen) as amount_fen,
        count(distinct r.household_id) as household_count
      ${STANDING} ${where} group by 1 order by 1`,
    values,
  )
  return rows.map((row) => ({
    key: row.key,
    amount_fen: toFen(row.amount_fen),
    household_count: Number(row.household_count),
  }))
}

/** How punctually sellers paid what fell due in a period (rule: docs/domain.md §9). */
export async function readTimeliness(sql: Sql, scope: ReceiptScope): Promise<Timeliness> {
  const [row] = await sql<Record<keyof Timeliness, string>>(
    `select coalesce(sum(r.amount_fen), 0) as due_fen,
        coalesce(sum(r.amount_fen) filter (where s.paid_on <= r.due_on), 0) as paid_in_time_fen,
        coalesce(sum(r.amount_fen) filter (where ${OVERDUE}), 0) as overdue_fen,
        count(*) filter (where ${OVERDUE}) as overdue_count
      ${STANDING}
      where r.village_code like ? and s.state <> 'voided' and r.due_on between ? and ?
        and (?::text is null or r.seller_id = ?)`,
    [scope.to, scope.to, scope.to, scope.to, ...valuesOf(scope)],
  )
  // An aggregate without groups always answers one row.
  const { due_fen, paid_in_time_fen, overdue_fen, overdue_count } = row!
  return {
    due_fen: toFen(due_fen),
    paid_in_time_fen: toFen(paid_in_time_fen),
    overdue_fen: toFen(overdue_fen),
    overdue_count: Number(overdue_count),
  }
}

/** Due before the period's last day, and not paid by it: a later payment does not change the past. */
const OVERDUE = "r.due_on < ? and (s.paid_on is null or s.paid_on > ?)"

function receivedIn(scope: ReceiptScope) {
  // What is received in a period was paid or confirmed in it: the facts' days find it by an index.
  const where = `where r.village_code like ? and s.received_on between ? and ?
      and (?::text is null or r.seller_id = ?)
      and r.id in (select f.receipt_id from receipt_fact f
                    where f.kind in ('paid', 'confirmed') and f.happened_on between ? and ?)`
  return { where, values: [...valuesOf(scope), scope.from, scope.to] }
}

function valuesOf({ division, from, to, seller_id, as_of }: ReceiptScope): SqlValue[] {
  const seller = seller_id ?? null
  return [as_of ?? NOW, `${division}%`, from, to, seller, seller]
}
