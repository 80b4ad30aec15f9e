import type { IncomeClass, ReceiptChannel } from "../../domain/income-class"
import { shanghaiDay } from "../../domain/period"
import type { DayRange } from "../../domain/whole-months"
import { type Sql, type SqlValue, toFen } from "../../lib/sql"
import { amountsOf, householdsOf, isSummed, overdueIn, type Part, receiptsOf } from "./sources"
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

const between =
  (day: string, also = "") =>
  ({ from, to }: DayRange): Part => ({
    statement: `${day} between ? and ?${also}`,
    values: [from, to],
  })

/** Each says when a receipt belongs to the days; the same words as the indicators use. */
const ASKED: Record<ReceiptsAsked, (days: DayRange) => Part> = {
  received: between("n.received_on"),
  due: between("n.due_on", " and n.state <> 'voided'"),
  overdue: overdueIn,
  paid: between("n.paid_on", " and n.state = 'paid'"),
  disputed: between("n.arose_on", " and n.state = 'disputed'"),
}

/** The day that decides whether a receipt belongs: the newest come first by it. */
const DAY: Record<ReceiptsAsked, string> = {
  received: "n.received_on",
  due: "n.due_on",
  overdue: "n.due_on",
  paid: "n.paid_on",
  disputed: "n.arose_on",
}

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
  { limit, offset }: { limit: number; offset: number },
): Promise<ReceiptsWithin> {
  const totals = totalsOf(filter)
  const receipts = chosen(filter)
  const rows = await sql<Row>(
    `with ${totals.statement}, page as (
       select n.receipt_id as id, n.household_id, n.village_code, n.seller_id, n.channel,
              n.income_class, n.amount_fen, n.arose_on, n.due_on, n.delivery_id, n.created_at,
              n.state, n.paid_on, n.paid_via, n.paid_evidence, n.confirmed_on, n.confirmed_via,
              n.received_on, ${DAY[filter.asked]} as day
         from ${receipts.statement} order by day desc, n.created_at desc, n.receipt_id limit ? offset ?
     )
     select to_jsonb(page) - 'day' || jsonb_build_object('cause_key', r.cause_key, 'note', r.note)
              as receipt, all_count::text, household_count::text, by_channel
       from (select sum(count) as all_count,
                    jsonb_agg(to_jsonb(c) - 'count' order by c.channel) as by_channel
               from channels c) as everything
      cross join (select count(*) as household_count from households) as reached
       left join page on true
       left join household_receipt r on r.id = page.id
      order by page.day desc, page.created_at desc, page.id`,
    [...totals.values, ...receipts.values, limit, offset],
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

function chosen({ asked, channel, household_id, ...scope }: ReceiptsWithinFilter): Part {
  const given: [string, SqlValue | undefined][] = [
    ["n.channel = ?", channel],
    ["n.household_id = ?", household_id],
  ]
  const narrowed = given.filter(([, value]) => value !== undefined)
  const { statement, values } = ASKED[asked](scope)
  return receiptsOf(scope, {
    statement: [statement, ...narrowed.map(([text]) => text)].join(" and "),
    values: [...values, ...narrowed.map(([, value]) => value as SqlValue)],
  })
}

/** Common tables `channels` and `households` of all that match: from sums where there are any. */
function totalsOf(filter: ReceiptsWithinFilter): Part {
  const { asked, channel, household_id, ...scope } = filter
  const isOfAll = channel === undefined && household_id === undefined
  const isSummedUp = isOfAll && isSummed(scope) && (asked === "received" || asked === "due")
  if (!isSummedUp) {
    const receipts = chosen(filter)
    return {
      statement: `chosen as materialized (
         select n.household_id, n.channel, n.income_class, n.amount_fen from ${receipts.statement}
       ), households as (
         select distinct household_id from chosen
       ), channels as (
         select channel, income_class, sum(amount_fen) as amount_fen, count(*) as count
           from chosen group by channel, income_class)`,
      values: receipts.values,
    }
  }
  const today = shanghaiDay(new Date())
  const households = householdsOf(scope, asked, today)
  const amounts = amountsOf(scope, asked, today)
  return {
    statement: `households as (${households.statement}), channels as (
         select channel, income_class, sum(fen) as amount_fen, sum(count) as count
           from (${amounts.statement}) as amounts
          group by channel, income_class having sum(count) > 0)`,
    values: [...households.values, ...amounts.values],
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
    `select channel, income_class, left(received_on, 7) as month, sum(amount_fen)::text as fen
       from receipt_now where household_id = ? and received_on between ? and ?
      group by 1, 2, 3 order by 1, 3`,
    [householdId, days.from, days.to],
  )
  return rows.map(({ fen, ...row }) => ({ ...row, amount_fen: toFen(fen) }))
}
