import type { IncomeClass, ReceiptChannel } from "../../domain/income-class"
import { type Sql, type SqlValue, toFen } from "../../lib/sql"
import type { ReceiptScope, StandingReceipt } from "./types"

/**
 * What receipts of a period are asked for: `received` in it (paid and confirmed), fallen `due` in it
 * (paid or not), of those `overdue` at its end, `paid` in it and waiting for the household's word,
 * or `disputed` of those that arose in it.
 */
export type ReceiptsAsked = "received" | "due" | "overdue" | "paid" | "disputed"

export type ReceiptsWithinFilter = ReceiptScope & {
  asked: ReceiptsAsked
  channel?: ReceiptChannel
  household_id?: string
}

export type ReceiptsWithin = {
  receipts: StandingReceipt[]
  count: number
  /** Of all that match, not only of the page. */
  total_fen: number
  household_count: number
  by_channel: { channel: ReceiptChannel; income_class: IncomeClass; amount_fen: number }[]
}

/** Each says when a receipt belongs to days `?` to `?`; the same words as the indicators use. */
const ASKED: Record<ReceiptsAsked, string> = {
  received: "s.received_on between ? and ?",
  due: "s.state <> 'voided' and r.due_on between ? and ?",
  overdue: "s.state <> 'voided' and s.paid_on is null and r.due_on >= ? and r.due_on < ?",
  paid: "s.state = 'paid' and s.paid_on between ? and ?",
  disputed: "s.state = 'disputed' and r.arose_on between ? and ?",
}

/** The latest of the days that a receipt has: the newest receipts come first by it. */
const DAY = "coalesce(s.received_on, s.paid_on, r.due_on, r.arose_on)"

type Row = {
  receipt: StandingReceipt | null
  all_count: string
  household_count: string
  by_channel: { channel: ReceiptChannel; income_class: IncomeClass; amount_fen: number }[] | null
}

/** A page of a division's receipts, newest first, with totals of all that match: one statement. */
export async function readReceiptsWithin(
  sql: Sql,
  filter: ReceiptsWithinFilter,
  page: { limit: number; offset: number },
): Promise<ReceiptsWithin> {
  const { where, values } = chosen(filter)
  const rows = await sql<Row>(
    `with chosen as (
       select r.id, r.household_id, r.village_code, r.seller_id, r.channel, r.income_class,
              r.amount_fen, r.arose_on, r.due_on, r.cause_key, r.delivery_id, r.note, r.created_at,
              s.state, s.paid_on, s.paid_via, s.paid_evidence, s.confirmed_on, s.confirmed_via,
              s.received_on, ${DAY} as day
         from household_receipt r
         join receipt_standing(?::timestamptz) s on s.receipt_id = r.id where ${where}
     ), everything as (
       select count(*) as all_count, count(distinct household_id) as household_count from chosen
     ), channels as (
       select jsonb_agg(to_jsonb(c) order by c.channel) as by_channel from (
         select channel, income_class, sum(amount_fen) as amount_fen
           from chosen group by channel, income_class) c
     ), page as (
       select * from chosen order by day desc, created_at desc, id limit ? offset ?
     )
     select to_jsonb(page) - 'day' as receipt, all_count::text, household_count::text, by_channel
       from everything cross join channels left join page on true
      order by page.day desc, page.created_at desc, page.id`,
    [...values, page.limit, page.offset],
  )
  const by_channel = rows[0]?.by_channel ?? []
  return {
    // Beyond the last page there is one row, with the totals only.
    receipts: rows.flatMap(({ receipt }) => receipt ?? []),
    count: Number(rows[0]?.all_count ?? 0),
    household_count: Number(rows[0]?.household_count ?? 0),
    total_fen: by_channel.reduce((sum, { amount_fen }) => sum + toFen(amount_fen), 0),
    by_channel,
  }
}

function chosen(filter: ReceiptsWithinFilter): { where: string; values: SqlValue[] } {
  const given: [string, SqlValue | undefined][] = [
    ["r.seller_id = ?", filter.seller_id],
    ["r.channel = ?", filter.channel],
    ["r.household_id = ?", filter.household_id],
  ]
  const asked = given.filter(([, value]) => value !== undefined)
  return {
    where: ["r.village_code like ?", ASKED[filter.asked], ...asked.map(([text]) => text)].join(
      " and ",
    ),
    values: [
      filter.as_of ?? "infinity",
      `${filter.division}%`,
      filter.from,
      filter.to,
      ...asked.map(([, value]) => value as SqlValue),
    ],
  }
}

/** What one household received month by month (`YYYY-MM`), by channel. */
export async function readHouseholdMonths(
  sql: Sql,
  householdId: string,
  days: { from: string; to: string },
): Promise<
  { channel: ReceiptChannel; income_class: IncomeClass; month: string; amount_fen: number }[]
> {
  const rows = await sql<{
    channel: ReceiptChannel
    income_class: IncomeClass
    month: string
    fen: string
  }>(
    `select r.channel, r.income_class, left(s.received_on, 7) as month,
            sum(r.amount_fen)::text as fen
       from household_receipt r join receipt_standing('infinity') s on s.receipt_id = r.id
      where r.household_id = ? and s.received_on between ? and ?
      group by 1, 2, 3 order by 1, 3`,
    [householdId, days.from, days.to],
  )
  return rows.map(({ fen, ...row }) => ({ ...row, amount_fen: toFen(fen) }))
}
