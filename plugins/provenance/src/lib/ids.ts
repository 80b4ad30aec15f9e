import { randomBytes } from "node:crypto"

/**
 * Ids for bulk inserts: ULIDs as Medusa's own, but with one draw of randomness each where the
 * library draws sixteen, which is most of the time of an import.
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_LENGTH = 10
const RANDOM_LENGTH = 16

/** A new id with `prefix`, e.g. `hst_01K…`; ids of later milliseconds sort later. */
export function newId(prefix: string): string {
  let time = Date.now()
  let id = ""
  for (let i = 0; i < TIME_LENGTH; i++) {
    id = ALPHABET.charAt(time % 32) + id
    time = Math.floor(time / 32)
  }
  for (const byte of randomBytes(RANDOM_LENGTH)) id += ALPHABET.charAt(byte % 32)
  return `${prefix}_${id}`
}
