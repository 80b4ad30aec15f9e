import type { MedusaContainer } from "@medusajs/framework/types"
import type { SalesRow, SalesScope } from "@shangxing/attribution/modules/ledger/types"
import type { Indicator } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import type { Asked, Span } from "./asked"
import { compared, type Figures, share, whole } from "./figures"

const UNITS = {
  net_sales: "fen",
  small_circle_sales: "fen",
  big_circle_sales: "fen",
  enrolled_sales: "fen",
  other_household_sales: "fen",
  unattributed_sales: "fen",
  traceability: "basis_points",
  refund_rate: "basis_points",
} as const

/** Upward sales: what was sold, into which circle, and whom it is traced to. */
export async function salesIndicators(
  container: MedusaContainer,
  asked: Asked,
): Promise<Indicator[]> {
  const [now, before] = await Promise.all([
    figuresOf(container, asked, asked.period),
    figuresOf(container, asked, asked.period.previous),
  ])
  return compared(UNITS, now, before)
}

async function figuresOf(
  container: MedusaContainer,
  asked: Asked,
  span: Span,
): Promise<Figures<keyof typeof UNITS>> {
  const rows = await modules.ledger(container).sales(salesScope(asked, span), ["circle"])
  const sum = (key: SumKey, circle?: string) => sumOf(rows, key, circle)
  const net = sum("sales_fen")
  return {
    net_sales: whole(net),
    small_circle_sales: whole(sum("sales_fen", "small")),
    big_circle_sales: whole(sum("sales_fen", "big")),
    enrolled_sales: whole(sum("enrolled_fen")),
    other_household_sales: whole(sum("other_fen")),
    unattributed_sales: whole(sum("unattributed_fen")),
    traceability: share(sum("enrolled_fen") + sum("other_fen"), net),
    refund_rate: share(sum("refunded_fen"), sum("captured_fen")),
  }
}

type SumKey = {
  [Key in keyof SalesRow]: SalesRow[Key] extends number ? Key : never
}[keyof SalesRow]

/** One sum over rows, of one circle or of both. */
export function sumOf(rows: readonly SalesRow[], key: SumKey, circle?: string): number {
  return rows
    .filter((row) => circle === undefined || row.circle === circle)
    .reduce((sum, row) => sum + row[key], 0)
}

/** What the ledger is asked for a span; `division` is the asked one unless given. */
export function salesScope(
  { scope, filter, past }: Asked,
  { from, to }: Span,
  division = scope.code,
): SalesScope {
  return { division, from, to, ...filter, as_of: past }
}
