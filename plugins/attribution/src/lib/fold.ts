import type { Sql } from "./sql"

/**
 * What postings and facts add is appended as deltas, and folded into sums later, so that nobody waits
 * for a row of a province. Figures are the same before and after a fold.
 */

/** Deltas per DB transaction: a second or two, so that a fold holds nothing for long. */
export const DELTAS_PER_FOLD = 20_000

/**
 * Folds batch after batch until none are left, and answers how many it folded. `foldBatch` folds up to
 * `limit` deltas of each kind in a DB transaction of its own, so a kill undoes no more than that.
 */
export async function foldAll(
  foldBatch: (limit: number) => Promise<number>,
  limit: number,
): Promise<number> {
  let total = 0
  for (let folded = limit; folded >= limit; total += folded) folded = await foldBatch(limit)
  return total
}

/** Whether the caller's DB transaction may fold: of two at once one may, and keeps it to its end. */
export async function mayFold(sql: Sql, sums: "ledger" | "receipt"): Promise<boolean> {
  const [lock] = await sql<{ is_mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as is_mine`,
    [`${sums}_fold`],
  )
  return lock?.is_mine ?? false
}
