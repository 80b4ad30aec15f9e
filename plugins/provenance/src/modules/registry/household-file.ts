import { isoTime, type Sql } from "../../lib/sql"
import type { HouseholdLook } from "./types"

/** A status as it was recorded: from when it holds, by which document, and when it came in. */
export type RecordedStatus = {
  label_zh: string
  is_enrolled: boolean
  valid_from: string
  document_number: string
  recorded_at: string
}

/** Every status row of a household, the latest effective first; late corrections are rows too. */
export async function findStatusHistory(sql: Sql, householdId: string): Promise<RecordedStatus[]> {
  const rows = await sql<RecordedStatus>(
    `select label_zh, is_enrolled, valid_from, document_number, created_at as recorded_at
       from household_status where household_id = ? and deleted_at is null
      order by valid_from desc, created_at desc, id desc`,
    [householdId],
  )
  return rows.map((row) => ({ ...row, recorded_at: isoTime(row.recorded_at) ?? "" }))
}

/**
 * Looks at one household that an official may read, newest first: the own ones and those of
 * officials below, as in the log of looks.
 */
export async function findLooksAt(
  sql: Sql,
  householdId: string,
  reader: { id: string; division_code: string },
  limit: number,
): Promise<HouseholdLook[]> {
  const rows = await sql<HouseholdLook>(
    `select id, official_id, official_division, household_id, village_code, field, reason,
        created_at from household_look
      where household_id = ?
        and (official_id = ? or (official_division like ? and official_division <> ?))
      order by created_at desc, id desc limit ?`,
    [householdId, reader.id, `${reader.division_code}%`, reader.division_code, limit],
  )
  return rows.map((row) => ({ ...row, created_at: isoTime(row.created_at) ?? "" }))
}
