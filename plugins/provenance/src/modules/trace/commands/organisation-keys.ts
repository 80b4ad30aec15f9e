import type { KeyObject } from "node:crypto"

import { createSigningKey, readPrivateKey } from "@shangxing/epcis"

import { newId } from "../../../lib/ids"
import type { PersonalDataCipher } from "../../../lib/personal-data-cipher"
import { insertRows, type Sql } from "../../../lib/sql"

export type Signer = { keyId: string; privateKey: KeyObject }

const TYPES = {
  id: "text",
  seller_id: "text",
  key_id: "text",
  public_key: "text",
  private_key_cipher: "text",
  registry_key_id: "text",
}

type KeyRow = {
  seller_id: string
  key_id: string
  private_key_cipher: string
  registry_key_id: string | null
}

/** Binds the ciphertext to its row: moved to another organisation it does not open. */
export const placeOf = (sellerId: string, keyId: string) => `organisation_key/${sellerId}/${keyId}`

/** The organisations' keys to sign with, newest first; one without gets its first. */
export async function signersOf(
  sql: Sql,
  cipher: PersonalDataCipher,
  sellerIds: readonly string[],
): Promise<Map<string, Signer>> {
  await createMissingKeys(sql, cipher, sellerIds)
  const rows = await sql<KeyRow>(
    `select distinct on (seller_id) seller_id, key_id, private_key_cipher, registry_key_id
      from organisation_key
      where seller_id = any(?) and deleted_at is null order by seller_id, created_at desc, id desc`,
    [sellerIds],
  )
  return new Map(
    rows.map(({ seller_id, key_id, private_key_cipher, registry_key_id }) => {
      const place = placeOf(seller_id, key_id)
      const privateKey = cipher.open(private_key_cipher, place, registry_key_id)
      return [seller_id, { keyId: key_id, privateKey: readPrivateKey(privateKey) }]
    }),
  )
}

/** Gives each organisation a key that has none; two at the same time make one. */
export async function createMissingKeys(
  sql: Sql,
  cipher: PersonalDataCipher,
  sellerIds: readonly string[],
): Promise<void> {
  const known = await findOwners(sql, sellerIds)
  if (sellerIds.every((id) => known.has(id))) return
  // Locked in the order of their ids and read again: another run may have made them meanwhile.
  await sql(
    `select pg_advisory_xact_lock(hashtextextended('trace/key/' || id, 0))
      from (select unnest(cast(? as text[])) as id order by 1) as sellers`,
    [sellerIds],
  )
  const owners = await findOwners(sql, sellerIds)
  const missing = [...new Set(sellerIds)].filter((id) => !owners.has(id))
  const rows = missing.map((seller_id) => {
    const { keyId, publicKey, privateKey } = createSigningKey()
    return {
      id: newId("oky"),
      seller_id,
      key_id: keyId,
      public_key: publicKey,
      private_key_cipher: cipher.seal(privateKey, placeOf(seller_id, keyId)),
      registry_key_id: cipher.keyId,
    }
  })
  await insertRows(sql, "organisation_key", TYPES, rows)
}

async function findOwners(sql: Sql, sellerIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ seller_id: string }>(
    `select distinct seller_id from organisation_key
      where seller_id = any(?) and deleted_at is null`,
    [sellerIds],
  )
  return new Set(rows.map(({ seller_id }) => seller_id))
}
