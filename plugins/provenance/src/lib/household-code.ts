import { createHmac, randomBytes, scryptSync, timingSafeEqual } from "node:crypto"

/**
 * Hashes of households' codes. Four digits are soon tried through, so a hash needs both its salt
 * and the registry's key: whoever steals the table alone learns nothing.
 */

const HASH_BYTES = 32
const COST = 2 ** 13

/** `v2.<key>.<salt>.<hash>` of a household's code. The key is the registry's, in base64. */
export function hashCode(key: string, householdId: string, code: string): string {
  const salt = randomBytes(16)
  const hash = digest(key, salt, householdId, code).toString("base64url")
  return `${codePrefix(key)}${salt.toString("base64url")}.${hash}`
}

/** What the hashes made with this key begin with: with another key no code can be right any more. */
export function codePrefix(key: string): string {
  const mark = createHmac("sha256", Buffer.from(key, "base64")).update("household code key")
  return `v2.${mark.digest("hex").slice(0, 12)}.`
}

/** Whether `code` is the household's, in a time that tells nothing about it. */
export function isCode(key: string, householdId: string, code: string, stored: string): boolean {
  if (!stored.startsWith(codePrefix(key))) return false
  const [, , salt, hash] = stored.split(".")
  if (!salt || !hash) return false
  const expected = Buffer.from(hash, "base64url")
  const actual = digest(key, Buffer.from(salt, "base64url"), householdId, code)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/**
 * What a household is called in one lot and nowhere else: two lots can't be joined by it, and
 * without the key nobody finds the household. (rule: docs/domain §10)
 */
export function lotPseudonym(key: string, lotId: string, householdId: string): string {
  const text = `lot pseudonym\0${lotId}\0${householdId}`
  return createHmac("sha256", Buffer.from(key, "base64")).update(text).digest("hex").slice(0, 8)
}

function digest(key: string, salt: Buffer, householdId: string, code: string): Buffer {
  const peppered = createHmac("sha256", Buffer.from(key, "base64"))
    .update(`household code\0${householdId}\0${code}`)
    .digest()
  return scryptSync(peppered, salt, HASH_BYTES, { N: COST })
}
