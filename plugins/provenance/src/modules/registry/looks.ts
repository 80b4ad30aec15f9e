import { LOOKS_PER_HOUR, refuseLook } from "../../domain/household-look"
import { newId } from "../../lib/ids"
import type { PersonalDataCipher } from "../../lib/personal-data-cipher"
import { refused } from "../../lib/registry-refusals"
import { isoTime, type Sql } from "../../lib/sql"
import { openIdentityField } from "./identities"
import type { HouseholdLook, IdentityField } from "./types"

export type LookRequest = {
  household_id: string
  field: IdentityField
  reason: string
  official: { id: string; division_code: string }
}

/**
 * Opens one personal field and logs the look, both or neither, so that no field is ever seen
 * without a row that says by whom and why. The row holds none of what was seen.
 *
 * @throws MedusaError a `LookRefusal`, or `household_unknown`: also for a household outside the
 * official's division, which for this official does not exist.
 */
export async function takeLook(
  sql: Sql,
  cipher: PersonalDataCipher,
  { household_id, field, reason, official }: LookRequest,
): Promise<string> {
  const [household] = await sql<{ village_code: string }>(
    "select village_code from household where id = ? and village_code like ? and deleted_at is null",
    [household_id, `${official.division_code}%`],
  )
  if (!household) throw refused("household_unknown", household_id)
  const refusal = refuseLook(reason, await countRecent(sql, official.id))
  if (refusal) throw refused(refusal, household_id)
  const value = await openIdentityField(sql, cipher, household_id, field)
  await sql(
    `insert into household_look
        (id, official_id, official_division, household_id, village_code, field, reason)
      values (?, ?, ?, ?, ?, ?, ?)`,
    [
      newId("look"),
      official.id,
      official.division_code,
      household_id,
      household.village_code,
      field,
      reason.trim(),
    ],
  )
  return value
}

/** Looks of the last hour; others of the same official wait, so that none slips past the limit. */
async function countRecent(sql: Sql, officialId: string): Promise<number> {
  await sql("select pg_advisory_xact_lock(hashtextextended(?, 1))", [officialId])
  const rows = await sql<object>(
    `select 1 from household_look
      where official_id = ? and list_id is null and created_at > now() - interval '1 hour' limit ?`,
    [officialId, LOOKS_PER_HOUR],
  )
  return rows.length
}

/**
 * Looks that an official may read, newest first: the own ones, and those of officials below.
 * The same rule as `mayReadLook`, in SQL; pinned to it by a test.
 */
export async function findLooks(
  sql: Sql,
  reader: { id: string; division_code: string },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ looks: HouseholdLook[]; count: number }> {
  const where = "official_id = ? or (official_division like ? and official_division <> ?)"
  const params = [reader.id, `${reader.division_code}%`, reader.division_code]
  const looks = await sql<HouseholdLook>(
    `select id, official_id, official_division, household_id, village_code, field, reason,
        created_at from household_look
      where ${where} order by created_at desc, id desc limit ? offset ?`,
    [...params, limit, offset],
  )
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from household_look where ${where}`,
    params,
  )
  return {
    looks: looks.map((look) => ({ ...look, created_at: isoTime(look.created_at) ?? "" })),
    count: row?.count ?? 0,
  }
}
