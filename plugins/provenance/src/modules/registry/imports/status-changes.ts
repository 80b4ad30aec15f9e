import { correctionsOf } from "../../../domain/status-corrections"
import type { StatusRow } from "../../../domain/status-on"
import type { Sql } from "../../../lib/sql"
import type { StatusChange } from "./types"

/** Late corrections: what rows recorded since a moment changed about days gone by. */

type Recorded = StatusRow & { householdId: string; isAdded: boolean }

/**
 * Corrections of these households by rows recorded at `since` or later (a timestamp as PostgreSQL
 * writes it, with microseconds). A household that is new itself has no past to correct.
 */
export async function findCorrections(
  sql: Sql,
  householdIds: readonly string[],
  { since, today }: { since: string; today: string },
): Promise<StatusChange[]> {
  const rows = await sql<Recorded>(
    `select s.household_id as "householdId", s.label_zh as "labelZh",
        s.is_enrolled as "isEnrolled", s.valid_from as "validFrom",
        s.created_at >= cast(? as timestamptz) as "isAdded",
        (row_number() over (order by s.created_at, s.id))::int as recorded
      from household_status s where s.household_id = any(?) and s.deleted_at is null`,
    [since, householdIds],
  )
  const byHousehold = new Map<string, Recorded[]>()
  for (const row of rows) {
    const history = byHousehold.get(row.householdId)
    if (history) history.push(row)
    else byHousehold.set(row.householdId, [row])
  }
  return householdIds.flatMap((household_id) => {
    const history = byHousehold.get(household_id) ?? []
    const known = history.filter(({ isAdded }) => !isAdded)
    const added = history.filter(({ isAdded }) => isAdded)
    return correctionsOf(known, added, today).map(({ validFrom, validUntil, was, is }) => ({
      household_id,
      valid_from: validFrom,
      valid_until: validUntil,
      was: was && { label_zh: was.labelZh, is_enrolled: was.isEnrolled },
      is: { label_zh: is.labelZh, is_enrolled: is.isEnrolled },
    }))
  })
}

/** Households that were known before and got a row at `since` or later, by id. */
export async function findRestated(
  sql: Sql,
  since: string,
  { after = "", limit }: { after?: string; limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select distinct h.id from household_status s join household h on h.id = s.household_id
      where s.created_at >= cast(? as timestamptz) and h.created_at < s.created_at
        and h.id > ? and s.deleted_at is null
      order by h.id limit ?`,
    [since, after, limit],
  )
  return rows.map(({ id }) => id)
}
