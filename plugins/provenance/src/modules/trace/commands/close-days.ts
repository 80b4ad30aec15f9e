import { merkleTree } from "@shangxing/epcis"

import { newId } from "../../../lib/ids"
import { insertRows, type Sql } from "../../../lib/sql"
import { findLeaves } from "../queries/roots"
import { lockDays } from "./append-events"

const TYPES = {
  id: "text",
  day: "text",
  root: "text",
  event_count: "int",
  previous_root: "text",
}

/** Publishes the root of every day before `today` that has events and none yet; answers the days. */
export async function closeDays(sql: Sql, today: string): Promise<string[]> {
  const open = await findOpenDays(sql, today)
  if (open.length === 0) return []
  await lockDays(sql)
  const days = await findOpenDays(sql, today)
  const [last] = await sql<{ root: string }>(
    "select root from daily_root order by day desc limit 1",
  )
  let previous = last?.root ?? null
  const rows = []
  for (const day of days) {
    const leaves = await findLeaves(sql, day)
    const { root } = merkleTree(leaves)
    rows.push({
      id: newId("drt"),
      day,
      root,
      event_count: leaves.length,
      previous_root: previous,
    })
    previous = root
  }
  await insertRows(sql, "daily_root", TYPES, rows)
  return days
}

/** A day that has a root keeps it, whatever was slipped in behind it. */
async function findOpenDays(sql: Sql, today: string): Promise<string[]> {
  const rows = await sql<{ day: string }>(
    `select distinct day from trace_event
      where day < ? and day > coalesce((select max(day) from daily_root), '') order by day`,
    [today],
  )
  return rows.map(({ day }) => day)
}
