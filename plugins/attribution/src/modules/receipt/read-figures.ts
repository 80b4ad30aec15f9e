import { type IncomeClass, type ReceiptChannel } from "../../domain/income-class"
import { shanghaiDay } from "../../domain/period"
import { type Sql, toFen } from "../../lib/sql"
import { amountsOf, householdsOf, overdueIn, receiptsOf } from "./sources"
import type { ReceiptFigures, ReceiptScope, Timeliness } from "./types"

/**
 * Sums of receipts: of now from what is kept of them, and of a past moment from facts. Days and
 * today are business days.
 */

const today = () => shanghaiDay(new Date())

/** What households of a division received in a period: paid and confirmed, by channel. */
export async function readFigures(sql: Sql, scope: ReceiptScope): Promise<ReceiptFigures> {
  const rows = amountsOf(scope, "received", today())
  const sums = await sql<{
    channel: ReceiptChannel
    income_class: IncomeClass
    amount_fen: string
  }>(
    `select channel, income_class, sum(fen) as amount_fen from (${rows.statement}) as amounts
      group by channel, income_class having sum(count) > 0 order by channel`,
    rows.values,
  )
  const by_channel = sums.map((row) => ({ ...row, amount_fen: toFen(row.amount_fen) }))
  return {
    received_fen: by_channel.reduce((sum, { amount_fen }) => sum + amount_fen, 0),
    by_channel,
  }
}

/** What each household of a division received in a period, fen by household; `ids` narrows to these. */
export async function readByHousehold(
  sql: Sql,
  scope: ReceiptScope,
  ids?: string[],
): Promise<{ household_id: string; village_code: string; amount_fen: number }[]> {
  const households = householdsOf(scope, "received", today(), ids)
  const rows = await sql<{ household_id: string; village_code: string; fen: string }>(
    `select * from (${households.statement}) as households order by household_id`,
    households.values,
  )
  return rows.map(({ fen, ...row }) => ({ ...row, amount_fen: toFen(fen) }))
}

/** Received amounts by month, `YYYY-MM`. */
export async function readByMonth(
  sql: Sql,
  scope: ReceiptScope,
): Promise<{ month: string; amount_fen: number }[]> {
  const amounts = amountsOf(scope, "received", today())
  const rows = await sql<{ month: string; amount_fen: string }>(
    `select left(period, 7) as month, sum(fen) as amount_fen from (${amounts.statement}) as amounts
      group by 1 having sum(count) > 0 order by 1`,
    amounts.values,
  )
  return rows.map(({ month, amount_fen }) => ({ month, amount_fen: toFen(amount_fen) }))
}

/** How punctually sellers paid what fell due in a period (rule: docs/domain.md §9). */
export async function readTimeliness(sql: Sql, scope: ReceiptScope): Promise<Timeliness> {
  const due = amountsOf(scope, "due", today())
  const overdue = receiptsOf(scope, overdueIn(scope))
  const [row] = await sql<Record<keyof Timeliness, string>>(
    `select * from (
       select coalesce(sum(fen), 0) as due_fen, coalesce(sum(in_time_fen), 0) as paid_in_time_fen
         from (${due.statement}) as amounts
     ) as due cross join (
       select coalesce(sum(n.amount_fen), 0) as overdue_fen, count(*) as overdue_count
         from ${overdue.statement}
     ) as overdue`,
    [...due.values, ...overdue.values],
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
