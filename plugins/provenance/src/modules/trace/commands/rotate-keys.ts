import type { PersonalDataCipher } from "../../../lib/personal-data-cipher"
import type { Sql } from "../../../lib/sql"
import { SECRET_PLACE } from "./commitments"
import { placeOf } from "./organisation-keys"

/**
 * Seals the trace module's secrets anew with the current registry key: organisations' signing keys
 * and the commitments' secret. The secrets themselves stay, so signatures and commitments do too.
 * Each row says which key sealed it: a rotation that was killed goes on where it stopped.
 */

type SealedKey = {
  id: string
  seller_id: string
  key_id: string
  private_key_cipher: string
  registry_key_id: string | null
}

type SealedSecret = { id: string; secret_cipher: string; registry_key_id: string }

/** Seals up to `limit` signing keys, and the commitments' secret; answers how many rows. */
export async function resealSecrets(
  sql: Sql,
  cipher: PersonalDataCipher,
  limit: number,
): Promise<number> {
  return (await resealCommitments(sql, cipher)) + (await resealSigningKeys(sql, cipher, limit))
}

/** How many rows the current registry key has not sealed yet. */
export async function countUnrotated(sql: Sql, cipher: PersonalDataCipher): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select ((select count(*) from organisation_key where registry_key_id is distinct from ?)
      + (select count(*) from trace_secret where registry_key_id <> ?))::int as count`,
    [cipher.keyId, cipher.keyId],
  )
  return row?.count ?? 0
}

async function resealSigningKeys(
  sql: Sql,
  cipher: PersonalDataCipher,
  limit: number,
): Promise<number> {
  const rows = await sql<SealedKey>(
    `select id, seller_id, key_id, private_key_cipher, registry_key_id from organisation_key
      where registry_key_id is distinct from ? order by id limit ? for update`,
    [cipher.keyId, limit],
  )
  if (rows.length === 0) return 0
  const sealed = rows.map(({ id, seller_id, key_id, private_key_cipher, registry_key_id }) => {
    const place = placeOf(seller_id, key_id)
    const privateKey = cipher.open(private_key_cipher, place, registry_key_id)
    return { id, private_key_cipher: cipher.seal(privateKey, place) }
  })
  await sql(
    `update organisation_key k set private_key_cipher = r.private_key_cipher,
        registry_key_id = ?, updated_at = now()
      from jsonb_to_recordset(cast(? as jsonb)) as r(id text, private_key_cipher text)
      where k.id = r.id`,
    [cipher.keyId, JSON.stringify(sealed)],
  )
  return rows.length
}

async function resealCommitments(sql: Sql, cipher: PersonalDataCipher): Promise<number> {
  const rows = await sql<SealedSecret>(
    `select id, secret_cipher, registry_key_id from trace_secret
      where registry_key_id <> ? for update`,
    [cipher.keyId],
  )
  for (const { id, secret_cipher, registry_key_id } of rows) {
    const secret = cipher.open(secret_cipher, SECRET_PLACE, registry_key_id)
    await sql(
      `update trace_secret set secret_cipher = ?, registry_key_id = ?, updated_at = now()
        where id = ?`,
      [cipher.seal(secret, SECRET_PLACE), cipher.keyId, id],
    )
  }
  return rows.length
}
