import { COUNTY_DIGITS } from "../../domain/jurisdiction"
import { sumPeriods, wholeYears } from "../../domain/receipt-days"
import type { DayRange } from "../../domain/whole-months"
import type { SqlValue } from "../../lib/sql"
import type { ReceiptScope } from "./types"

/** A part of a statement with the values of its `?`, in their order. */
export type Part = { statement: string; values: SqlValue[] }

/** The receipts as they stand now, or stood at a past moment, to be read as `n`. */
export function receiptsAt(as_of: string | undefined): Part {
  if (as_of === undefined) return { statement: "receipt_now n", values: [] }
  return {
    statement: `(
      select r.id as receipt_id, r.village_code, r.household_id, r.seller_id, r.channel,
             r.income_class, r.amount_fen, r.arose_on, r.due_on, r.delivery_id, r.created_at,
             s.state, s.paid_on, s.paid_via, s.paid_evidence, s.confirmed_on, s.confirmed_via,
             s.received_on
        from household_receipt r
        join receipt_standing(cast(? as timestamptz)) s on s.receipt_id = r.id) n`,
    values: [as_of],
  }
}

/** What sums are kept of: what was received in days, and what fell due in them. */
export type Measure = "received" | "due"

const MEASURES = {
  received: {
    holds: "n.received_on between ? and ?",
    day: "n.received_on",
    worth: "n.amount_fen",
    in_time: "0",
    summed: "received_fen as fen, received_count as count, 0 as in_time_fen",
    ofYear: "received_fen",
  },
  due: {
    holds: "n.state <> 'voided' and n.due_on between ? and ?",
    day: "n.due_on",
    worth: "1",
    in_time: "case when n.paid_on <= n.due_on then n.amount_fen else 0 end",
    summed: "due_fen as fen, due_count as count, in_time_fen",
    ofYear: "due_count",
  },
} as const

/** Whether a scope is answered by sums; a seller's, a township's and the past are few receipts each. */
export function isSummed({ division, seller_id, as_of }: ReceiptScope): boolean {
  return seller_id === undefined && as_of === undefined && division.length <= COUNTY_DIGITS
}

/** Receipts of a scope that hold what `asked` says, which has the days' two `?` unless it brings its own. */
export function receiptsOf(scope: ReceiptScope, asked: string | Part): Part {
  const { division, from, to, seller_id, as_of } = scope
  const source = receiptsAt(as_of)
  const holds = typeof asked === "string" ? { statement: asked, values: [from, to] } : asked
  const isOfSeller = seller_id !== undefined
  return {
    statement: `${source.statement} where n.village_code like ? and ${holds.statement}
      ${isOfSeller ? "and n.seller_id = ?" : ""}`,
    values: [...source.values, `${division}%`, ...holds.values, ...(isOfSeller ? [seller_id] : [])],
  }
}

/**
 * Due in the days and before the last of them, and not paid by it: a later payment does not change the
 * past. That it was paid late, if at all, follows from that, and is said for the index of the late ones.
 */
export function overdueIn({ from, to }: DayRange): Part {
  return {
    statement: `n.state <> 'voided' and n.due_on between ? and ? and n.due_on < ?
      and (n.paid_on is null or n.paid_on > ?) and (n.paid_on is null or n.paid_on > n.due_on)`,
    values: [from, to, to, to],
  }
}

/** Receipts that count for a measure in a scope. */
function receiptsFor(scope: ReceiptScope, measure: Measure): Part {
  const { holds } = MEASURES[measure]
  const { from, to, as_of } = scope
  if (as_of === undefined || measure !== "received") return receiptsOf(scope, holds)
  // What is received in a period was paid or confirmed in it: the facts' days find it by an index.
  const statement = `n.receipt_id in (select f.receipt_id from receipt_fact f
      where f.kind in ('paid', 'confirmed') and f.happened_on between ? and ?) and ${holds}`
  return receiptsOf(scope, { statement, values: [from, to, from, to] })
}

/** Rows `period` (a day or a month), `channel`, `income_class`, `fen`, `count`, `in_time_fen`. */
export function amountsOf(scope: ReceiptScope, measure: Measure, today: string): Part {
  const { day, in_time, summed } = MEASURES[measure]
  if (!isSummed(scope)) {
    const receipts = receiptsFor(scope, measure)
    return {
      statement: `select ${day} as period, n.channel, n.income_class, n.amount_fen as fen,
          1 as count, ${in_time} as in_time_fen from ${receipts.statement}`,
      values: receipts.values,
    }
  }
  const periods = sumPeriods(scope.from, scope.to, today)
  return {
    statement: `
      select d.period, d.channel, d.income_class, p.sign * d.fen as fen, p.sign * d.count as count,
             p.sign * d.in_time_fen as in_time_fen
        from unnest(cast(? as text[]), cast(? as int[])) as p(period, sign)
        join (select division_code, period, channel, income_class, ${summed}
                from receipt_division_sum) d on d.division_code = ? and d.period = p.period
       union all
      select day, channel, income_class, ${summed} from receipt_delta
       where village_code like ? and day between ? and ?`,
    values: [
      periods.map(({ period }) => period),
      periods.map(({ sign }) => String(sign)),
      scope.division,
      `${scope.division}%`,
      ...[scope.from, scope.to],
    ],
  }
}

/**
 * Households with anything of the measure in a scope: rows `household_id`, `village_code`, `fen` (of
 * `due`: how many). Whole years come from the households' sums, other days from the receipts.
 */
export function householdsOf(
  scope: ReceiptScope,
  measure: Measure,
  today: string,
  ids?: readonly string[],
): Part {
  const { years, add, subtract } = wholeYears(scope.from, scope.to, today)
  if (!isSummed(scope) || ids !== undefined || years.length === 0) {
    return oneByOne(scope, measure, ids)
  }
  const like = `${scope.division}%`
  const { ofYear } = MEASURES[measure]
  const parts: Part[] = [
    ...[add.map((days) => [days, ""] as const), subtract.map((days) => [days, "-"] as const)]
      .flat()
      .map(([days, sign]) => daysOf({ ...scope, ...days }, measure, sign)),
    {
      statement: `select household_id, village_code, ${ofYear} from receipt_delta
         where left(day, 4) = any(cast(? as text[])) and village_code like ? and ${ofYear} <> 0`,
      values: [years, like],
    },
    {
      statement: `select household_id, village_code, ${ofYear} from receipt_household_year
         where year = any(cast(? as text[])) and village_code like ? and ${ofYear} <> 0`,
      values: [years, like],
    },
  ]
  return {
    statement: `
      select household_id, min(village_code) as village_code, cast(sum(fen) as bigint) as fen
        from (select household_id, village_code, sum(fen) as fen
                from (${parts.map(({ statement }) => statement).join(" union all ")})
                  as parts(household_id, village_code, fen)
               group by household_id, village_code having sum(fen) > 0) as placed
       group by household_id`,
    values: parts.flatMap(({ values }) => values),
  }
}

function daysOf(scope: ReceiptScope, measure: Measure, sign: "" | "-"): Part {
  const { worth } = MEASURES[measure]
  const receipts = receiptsFor(scope, measure)
  return {
    statement: `select n.household_id, n.village_code, ${sign}${worth}
      from ${receipts.statement}`,
    values: receipts.values,
  }
}

function oneByOne(scope: ReceiptScope, measure: Measure, ids?: readonly string[]): Part {
  const { worth } = MEASURES[measure]
  const receipts = receiptsFor(scope, measure)
  return {
    statement: `
      select n.household_id, min(n.village_code) as village_code,
             cast(sum(${worth}) as bigint) as fen
        from ${receipts.statement} ${ids ? "and n.household_id = any(cast(? as text[]))" : ""}
       group by n.household_id`,
    values: [...receipts.values, ...(ids ? [[...ids]] : [])],
  }
}
