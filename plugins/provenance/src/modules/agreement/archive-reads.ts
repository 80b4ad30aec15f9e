import { isoTime, type Sql } from "../../lib/sql"
import type { ArchiveEntryRecord } from "./types"

/** What the archives of all sellers say of one household, last happened first. */
export async function findArchiveOfHousehold(
  sql: Sql,
  householdId: string,
  limit: number,
): Promise<ArchiveEntryRecord[]> {
  const rows = await sql<ArchiveEntryRecord>(
    `select id, seller_id, agreement_id, household_id, kind, happened_on, text, photos, recorded_by,
        created_at from archive_entry where household_id = ? and deleted_at is null
      order by happened_on desc, id desc limit ?`,
    [householdId, limit],
  )
  return rows.map((row) => ({ ...row, created_at: isoTime(row.created_at) ?? "" }))
}

/** Day of the last visit under each agreement; agreements without one are absent. */
export async function findLastVisits(
  sql: Sql,
  agreementIds: readonly string[],
): Promise<Record<string, string>> {
  const rows = await sql<{ agreement_id: string; happened_on: string }>(
    `select agreement_id, max(happened_on) as happened_on from archive_entry
      where agreement_id = any(?) and kind = 'visit' and deleted_at is null group by agreement_id`,
    [agreementIds],
  )
  return Object.fromEntries(
    rows.map(({ agreement_id, happened_on }) => [agreement_id, happened_on]),
  )
}
