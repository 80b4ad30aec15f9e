import { monthOf, shanghaiDay } from "../../domain/period"
import type { Sql } from "../../lib/sql"

/**
 * Creates the journal's partitions for the months of these instants where they are missing, so that
 * nothing lands in a default partition. Ahead of time, `createPartitionsAhead` has done it.
 */
export async function createMissingPartitions(
  sql: Sql,
  instants: readonly string[],
): Promise<void> {
  const months = new Set(instants.map((instant) => monthOf(shanghaiDay(new Date(instant)))))
  const missing = await sql<{ month: string }>(
    `select month from unnest(?::text[]) as month
      where to_regclass('ledger_entry_' || replace(month, '-', '_')) is null order by month`,
    [[...months]],
  )
  for (const { month } of missing) {
    await createPartitions(sql, month, month)
  }
}

/** Creates what is missing of the partitions from one month to another; answers how many it was. */
export async function createPartitions(sql: Sql, from: string, to: string): Promise<number> {
  const [row] = await sql<{ created: number }>(
    `select ledger_create_partitions(?::date, ?::date) as created`,
    [`${from}-01`, `${to}-01`],
  )
  return row?.created ?? 0
}
