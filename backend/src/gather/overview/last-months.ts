import type { MedusaContainer } from "@medusajs/framework/types"
import { daysBetween } from "@shangxing/attribution/domain/asked-period"
import {
  lastDayOf,
  monthOf,
  monthsBetween,
  previousMonth,
  shanghaiDay,
} from "@shangxing/attribution/domain/period"
import type { OverviewMonth } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import type { Asked, Span } from "./asked"
import { receiptScope } from "./payments"
import { salesScope, sumOf } from "./sales"

const SHOWN = 12

/** The twelve months that end with the asked period, its last one no further than the period. */
export function lastMonths({ period }: Asked): Span {
  let first = monthOf(period.to)
  for (let i = 1; i < SHOWN; i += 1) first = previousMonth(first)
  return { from: `${first}-01`, to: period.to }
}

/** Sales by circle and receipts of the last twelve months. */
export async function gatherMonths(
  container: MedusaContainer,
  asked: Asked,
): Promise<OverviewMonth[]> {
  const span = lastMonths(asked)
  const [sales, receipts] = await Promise.all([
    modules.ledger(container).sales(salesScope(asked, span), ["month", "circle"]),
    modules.receipts(container).byMonth(receiptScope(asked, span)),
  ])
  const received = new Map(receipts.map(({ month, amount_fen }) => [month, amount_fen]))
  const today = shanghaiDay(new Date(asked.moment))
  return monthsBetween(monthOf(span.from), monthOf(span.to)).map((month) => {
    const own = sales.filter((row) => row.month === month)
    const last = month === monthOf(span.to) ? span.to : lastDayOf(month)
    return {
      month,
      days: daysBetween(`${month}-01`, last) + 1,
      is_running: month === monthOf(today),
      net_sales_fen: sumOf(own, "sales_fen"),
      small_circle_fen: sumOf(own, "sales_fen", "small"),
      big_circle_fen: sumOf(own, "sales_fen", "big"),
      enrolled_fen: sumOf(own, "enrolled_fen"),
      receipts_fen: received.get(month) ?? 0,
    }
  })
}
