import type { PersonalDataCipher } from "../../lib/personal-data-cipher"
import type { Sql } from "../../lib/sql"

/**
 * Seals identities anew with the current key, some at a time and each batch in a transaction of its
 * own. What is done is told by the row's `key_id`, so a rotation that was killed goes on where it
 * stopped, and one that is done does nothing.
 */

type Sealed = {
  id: string
  household_id: string
  registry_key_cipher: string
  head_name_cipher: string
  head_count_cipher: string
  key_id: string | null
}

/** Seals up to `limit` identities anew; answers how many, 0 when all are. */
export async function resealIdentities(
  sql: Sql,
  cipher: PersonalDataCipher,
  limit: number,
): Promise<number> {
  const rows = await sql<Sealed>(
    `select id, household_id, registry_key_cipher, head_name_cipher, head_count_cipher, key_id
      from household_identity where key_id is distinct from ? order by id limit ? for update`,
    [cipher.keyId, limit],
  )
  if (rows.length === 0) return 0
  await sql(
    `update household_identity i set registry_key_cipher = r.registry_key_cipher,
        head_name_cipher = r.head_name_cipher, head_count_cipher = r.head_count_cipher,
        registry_key_digest = r.registry_key_digest, key_id = r.key_id, updated_at = now()
      from jsonb_to_recordset(cast(? as jsonb)) as r(id text, registry_key_cipher text,
        head_name_cipher text, head_count_cipher text, registry_key_digest text, key_id text)
      where i.id = r.id`,
    [JSON.stringify(rows.map((row) => resealed(cipher, row)))],
  )
  return rows.length
}

/** How many identities the current key has not sealed yet. */
export async function countUnrotated(sql: Sql, cipher: PersonalDataCipher): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from household_identity where key_id is distinct from ?`,
    [cipher.keyId],
  )
  return row?.count ?? 0
}

function resealed(cipher: PersonalDataCipher, row: Sealed) {
  const open = (sealed: string, field: string) =>
    cipher.open(sealed, `${row.household_id}/${field}`, row.key_id)
  const registryKey = open(row.registry_key_cipher, "registry_key")
  const seal = (text: string, field: string) => cipher.seal(text, `${row.household_id}/${field}`)
  return {
    id: row.id,
    registry_key_cipher: seal(registryKey, "registry_key"),
    head_name_cipher: seal(open(row.head_name_cipher, "head_name"), "head_name"),
    head_count_cipher: seal(open(row.head_count_cipher, "head_count"), "head_count"),
    registry_key_digest: cipher.digest(registryKey),
    key_id: cipher.keyId,
  }
}
