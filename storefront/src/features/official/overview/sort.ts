import type { OverviewRow } from "@shangxing/attribution/types/overview"

/** By what the divisions below may be ranked; the columns of their table, in order. */
export const sortKeys = ["receipts", "change", "enrolled", "reach", "benefit", "median"] as const

export type SortKey = (typeof sortKeys)[number]
export type Sort = { key: SortKey; isUp: boolean }

/** What an address asks for: `enrolled` is most first, `enrolled-up` fewest first. */
export function readSort(text: string | undefined): Sort {
  const isUp = text?.endsWith("-up") ?? false
  const key = sortKeys.find((each) => each === text?.replace(/-up$/, "")) ?? "receipts"
  return { key, isUp }
}

/** The way back into an address; undefined for the usual order, which needs no words. */
export function sortText({ key, isUp }: Sort): string | undefined {
  if (key === "receipts" && !isUp) return undefined
  return isUp ? `${key}-up` : key
}

/** What pressing a column's head asks for: most first, then the other way round. */
export function pressed(current: Sort, key: SortKey): Sort {
  return { key, isUp: current.key === key && !current.isUp }
}

/** Rows in the order asked for. What is unknown stands last either way; ties go by code. */
export function sortRows(rows: readonly OverviewRow[], { key, isUp }: Sort): OverviewRow[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a, key), valueOf(b, key)]
    if (left === right) return a.division.code.localeCompare(b.division.code)
    if (left === null) return 1
    if (right === null) return -1
    return isUp ? left - right : right - left
  })
}

function valueOf(row: OverviewRow, key: SortKey): number | null {
  const values: Record<SortKey, () => number | null> = {
    receipts: () => row.receipts_fen,
    change: () => growthOf(row),
    enrolled: () => row.enrolled_fen,
    reach: () => row.reach_basis_points,
    benefit: () => benefitOf(row),
    median: () => row.median_fen,
  }
  return values[key]()
}

function growthOf({ receipts_fen: now, previous_receipts_fen: before }: OverviewRow) {
  return now === null || !before ? null : (now - before) / before
}

/** The part of the signed households that received anything, 0–1; null when unknown. */
export function benefitOf(row: {
  benefiting_count: number | null
  signed_count: number | null
}): number | null {
  const { benefiting_count: benefiting, signed_count: signed } = row
  return benefiting === null || !signed ? null : Math.min(benefiting / signed, 1)
}

/** Nothing sold, nothing paid, nobody signed: a place without figures, named below the table. */
export function isIdle(row: OverviewRow): boolean {
  const { receipts_fen, net_sales_fen, enrolled_fen, signed_count, benefiting_count } = row
  return [receipts_fen, net_sales_fen, enrolled_fen, signed_count, benefiting_count].every(
    (value) => value === 0,
  )
}
