import { refuseNameList } from "../../domain/name-list"
import { newId } from "../../lib/ids"
import type { PersonalDataCipher } from "../../lib/personal-data-cipher"
import { refused } from "../../lib/registry-refusals"
import { insertRows, type Sql } from "../../lib/sql"

export type NameListRequest = {
  household_ids: string[]
  reason: string
  official: { id: string; division_code: string }
}

type Sealed = {
  id: string
  village_code: string
  head_name_cipher: string
  key_id: string | null
}

const LOOK_COLUMNS = {
  id: "text",
  official_id: "text",
  official_division: "text",
  household_id: "text",
  village_code: "text",
  field: "text",
  reason: "text",
  list_id: "text",
}

/**
 * Names of the heads of households inside the official's division, each logged as a look of its
 * own, all or none. Households outside are left out: they do not exist for this official.
 *
 * @throws MedusaError a `NameListRefusal`.
 */
export async function takeNameList(
  sql: Sql,
  cipher: PersonalDataCipher,
  { household_ids, reason, official }: NameListRequest,
): Promise<Record<string, string>> {
  const recentLists = await countRecentLists(sql, official.id)
  const refusal = refuseNameList(reason, { names: household_ids.length, recentLists })
  if (refusal) throw refused(refusal, String(household_ids.length))
  const rows = await sql<Sealed>(
    `select h.id, h.village_code, i.head_name_cipher, i.key_id
       from household h join household_identity i on i.household_id = h.id
      where h.id = any(?) and h.village_code like ? and h.deleted_at is null
        and i.deleted_at is null`,
    [household_ids, `${official.division_code}%`],
  )
  const list_id = newId("list")
  await insertRows(
    sql,
    "household_look",
    LOOK_COLUMNS,
    rows.map(({ id, village_code }) => ({
      id: newId("look"),
      official_id: official.id,
      official_division: official.division_code,
      household_id: id,
      village_code,
      field: "head_name",
      reason: reason.trim(),
      list_id,
    })),
  )
  return Object.fromEntries(
    rows.map(({ id, head_name_cipher, key_id }) => [
      id,
      cipher.open(head_name_cipher, `${id}/head_name`, key_id),
    ]),
  )
}

/** Lists of the last day; others of the same official wait, so that none slips past the limit. */
async function countRecentLists(sql: Sql, officialId: string): Promise<number> {
  await sql("select pg_advisory_xact_lock(hashtextextended(?, 1))", [officialId])
  const [row] = await sql<{ count: number }>(
    `select count(distinct list_id)::int as count from household_look
      where official_id = ? and list_id is not null and created_at > now() - interval '1 day'`,
    [officialId],
  )
  return row?.count ?? 0
}
