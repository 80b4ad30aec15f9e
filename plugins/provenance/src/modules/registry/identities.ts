import { maskName } from "../../domain/mask-name"
import type { PersonalDataCipher } from "../../lib/personal-data-cipher"
import { refused } from "../../lib/refusals"
import type { Sql } from "../../lib/sql"
import type { HoldingRow } from "./queries"
import type { IdentityField, MaskedHousehold } from "./types"

/** The only reads of `household_identity`. A name leaves masked, but for a single revealed field. */

export async function findMaskedNames(
  sql: Sql,
  cipher: PersonalDataCipher,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const rows = await sql<{ household_id: string; head_name_cipher: string; key_id: string | null }>(
    `select household_id, head_name_cipher, key_id from household_identity
      where household_id = any(?) and deleted_at is null`,
    [ids],
  )
  return Object.fromEntries(
    rows.map(({ household_id, head_name_cipher, key_id }) => [
      household_id,
      maskName(cipher.open(head_name_cipher, `${household_id}/head_name`, key_id)),
    ]),
  )
}

const CIPHER_COLUMN: Record<IdentityField, string> = {
  registry_key: "registry_key_cipher",
  head_name: "head_name_cipher",
  head_count: "head_count_cipher",
}

/** @throws MedusaError `household_unknown`. */
export async function openIdentityField(
  sql: Sql,
  cipher: PersonalDataCipher,
  householdId: string,
  field: IdentityField,
): Promise<string> {
  const [row] = await sql<{ sealed: string; key_id: string | null }>(
    `select ${CIPHER_COLUMN[field]} as sealed, key_id from household_identity
      where household_id = ? and deleted_at is null`,
    [householdId],
  )
  if (!row) throw refused("household_unknown", householdId)
  return cipher.open(row.sealed, `${householdId}/${field}`, row.key_id)
}

/** One page of `rows`, masked. A search looks at what the mask shows, so it can't guess names. */
export async function maskedHouseholds(
  sql: Sql,
  cipher: PersonalDataCipher,
  rows: readonly HoldingRow[],
  { q, offset = 0, limit = 50 }: { q?: string; offset?: number; limit?: number },
): Promise<{ households: MaskedHousehold[]; count: number }> {
  const term = q?.trim() ?? ""
  if (term === "") {
    const page = rows.slice(offset, offset + limit)
    return { households: await masked(sql, cipher, page), count: rows.length }
  }
  const found = (await masked(sql, cipher, rows)).filter(
    ({ id, masked_name }) => id.includes(term) || masked_name.includes(term),
  )
  return { households: found.slice(offset, offset + limit), count: found.length }
}

async function masked(
  sql: Sql,
  cipher: PersonalDataCipher,
  rows: readonly HoldingRow[],
): Promise<MaskedHousehold[]> {
  const ids = rows.map(({ id }) => id)
  const names = await findMaskedNames(sql, cipher, ids)
  return rows.map((row) => ({ ...row, masked_name: names[row.id] ?? "**" }))
}
