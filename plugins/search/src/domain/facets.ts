/** Counts what a result holds. Each document counts once per value, however often it repeats it. */
import type { Scalar } from "./fields"

export type ValueCount = { value: string; count: number }
export type ValueFacet = { values: ValueCount[]; otherCount: number }
export type ValueFacetRequest = { limit?: number; sort?: "count" | "alpha"; query?: string }

/** Same ceiling as Meilisearch's own, so that a page looks the same on both. */
export const MAX_FACET_VALUES = 100

/** Counts documents per value. `rows` holds one document's values each. */
export function countValues(rows: Scalar[][], request: ValueFacetRequest): ValueFacet {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const value of new Set(row.map(String))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const query = request.query?.toLowerCase()
  const all = [...counts]
    .map(([value, count]) => ({ value, count }))
    .filter(({ value }) => !query || value.toLowerCase().startsWith(query))
    .sort((a, b) => (request.sort === "alpha" ? byValue(a, b) : b.count - a.count || byValue(a, b)))
  const values = all.slice(0, request.limit ?? MAX_FACET_VALUES)
  const otherCount = all.slice(values.length).reduce((sum, { count }) => sum + count, 0)
  return { values, otherCount }
}

/** Documents with a value in `[from, to)`; an absent bound is open. */
export function countRange(rows: Scalar[][], from?: number, to?: number): number {
  return rows.filter((row) =>
    row.some((value) => {
      const number = Number(value)
      return (from === undefined || number >= from) && (to === undefined || number < to)
    }),
  ).length
}

export type Stats = { min: number; max: number; avg?: number; sum: number; count: number }

/** Smallest, largest, mean and sum of the first value of each row; zeros for no rows. */
export function summarize(rows: Scalar[][]): Stats {
  const numbers = rows.flatMap((row) => row.slice(0, 1).map(Number))
  if (numbers.length === 0) return { min: 0, max: 0, sum: 0, count: 0 }
  const sum = numbers.reduce((total, number) => total + number, 0)
  const bounds = numbers.reduce(
    ([min, max], number) => [Math.min(min, number), Math.max(max, number)] as const,
    [Infinity, -Infinity] as const,
  )
  return { min: bounds[0], max: bounds[1], avg: sum / numbers.length, sum, count: numbers.length }
}

function byValue(a: ValueCount, b: ValueCount): number {
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0
}
