import { createHmac, randomBytes } from "node:crypto"

import type { PersonalDataCipher } from "../../../lib/personal-data-cipher"
import type { Sql } from "../../../lib/sql"

const SECRET_ID = "commitments"
export const SECRET_PLACE = `trace_secret/${SECRET_ID}`

const SECRET_BYTES = 32

export type CommitmentOf = (lotId: string, householdId: string, grams: number) => string

type SecretRow = { secret_cipher: string; registry_key_id: string }

/**
 * Makes a household's commitment within one lot: another lot's is another one, and nobody without
 * the secret can try households one by one. The secret is stored, not derived from the registry's
 * key, so that changing that key changes no commitment.
 */
export async function commitmentsOf(sql: Sql, cipher: PersonalDataCipher): Promise<CommitmentOf> {
  const secret = Buffer.from(await loadSecret(sql, cipher), "base64url")
  return (lotId, householdId, grams) =>
    createHmac("sha256", secret)
      .update(`trace commitment\n${lotId}\n${householdId}\n${grams}`)
      .digest("base64url")
}

/** The secret; the first to ask draws it, and of two at the same time one. */
async function loadSecret(sql: Sql, cipher: PersonalDataCipher): Promise<string> {
  const known = await findSecret(sql)
  if (known) return cipher.open(known.secret_cipher, SECRET_PLACE, known.registry_key_id)
  const drawn = cipher.seal(randomBytes(SECRET_BYTES).toString("base64url"), SECRET_PLACE)
  await sql(
    `insert into trace_secret (id, secret_cipher, registry_key_id) values (?, ?, ?)
      on conflict (id) do nothing`,
    [SECRET_ID, drawn, cipher.keyId],
  )
  const stored = (await findSecret(sql))!
  return cipher.open(stored.secret_cipher, SECRET_PLACE, stored.registry_key_id)
}

async function findSecret(sql: Sql): Promise<SecretRow | undefined> {
  const [row] = await sql<SecretRow>(
    `select secret_cipher, registry_key_id from trace_secret where id = ?`,
    [SECRET_ID],
  )
  return row
}
