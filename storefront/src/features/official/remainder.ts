import type { AttributedSales, IndicatorRow } from "@shangxing/attribution/types/http"

type Sums = Pick<AttributedSales, "sales_fen" | "enrolled_fen" | "other_fen" | "unattributed_fen">

/**
 * What a division has and none of its parts: goods whose origin is known to the county, say, but to
 * no township. Shown as its own row, so that the table adds up to its total; null when it is nothing.
 */
export function remainderOf(total: Sums, rows: readonly IndicatorRow[]): Sums | null {
  const rest: Sums = { ...pickSums(total) }
  for (const row of rows) {
    rest.sales_fen -= row.sales_fen
    rest.enrolled_fen -= row.enrolled_fen
    rest.other_fen -= row.other_fen
    rest.unattributed_fen -= row.unattributed_fen
  }
  return Object.values(rest).some((fen) => fen !== 0) ? rest : null
}

function pickSums({ sales_fen, enrolled_fen, other_fen, unattributed_fen }: Sums): Sums {
  return { sales_fen, enrolled_fen, other_fen, unattributed_fen }
}
