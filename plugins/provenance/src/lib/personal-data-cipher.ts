import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from "node:crypto"

import { MedusaError } from "@medusajs/framework/utils"

/**
 * Personal data at rest: AES-256-GCM with a random nonce per field. The field's place (which
 * household, which field) is authenticated with it, so that a ciphertext copied to another row
 * does not open there. Keys are derived from the registry key, one per purpose; the id of the key
 * is kept beside what it sealed, so that an old key can be told from a wrong one.
 */

const ALGORITHM = "aes-256-gcm"
const KEY_BYTES = 32
const NONCE_BYTES = 12
const VERSION = "v1"

export type PersonalDataCipher = {
  /** Names the key that seals; tells nothing about it. */
  keyId: string
  /** Encrypts `text` for one place, e.g. `hh_1/head_name`. */
  seal(text: string, place: string): string
  /**
   * `keyId` is that of the row; without one (rows from before key ids) each known key is tried.
   * @throws when the text was changed, moved to another place, or sealed with an unknown key.
   */
  open(sealed: string, place: string, keyId?: string | null): string
  /** The same text gives the same digest, which tells nothing about it without the key. */
  digest(text: string): string
  /** The digest under the previous key, while there is one: rows not yet rotated have that. */
  previousDigest(text: string): string | null
}

type Keys = { id: string; field: KeyObject; digest: HmacKey }

/**
 * `previousKey` opens what was sealed before the key changed, until all of it is sealed anew.
 * @throws MedusaError `registry_key_invalid` unless each key is 32 bytes in base64.
 */
export function personalDataCipher(
  registryKey: string | undefined,
  previousKey?: string,
): PersonalDataCipher {
  const current = keysOf(registryKey, "REGISTRY_KEY")
  const previous = previousKey ? keysOf(previousKey, "REGISTRY_KEY_PREVIOUS") : null
  const known = previous ? [current, previous] : [current]
  return {
    keyId: current.id,
    seal: (text, place) => seal(current.field, text, place),
    open: (sealed, place, keyId) => {
      if (keyId) return open(keyNamed(known, keyId, place).field, sealed, place)
      return openWithAny(known, sealed, place)
    },
    digest: (text) => digest(current, text),
    previousDigest: (text) => previous && digest(previous, text),
  }
}

function keysOf(base64: string | undefined, variable: string): Keys {
  const key = Buffer.from(base64 ?? "", "base64")
  if (key.length !== KEY_BYTES) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `The household registry has no valid key, so personal data can't be read or written. Set ${variable} to 32 random bytes in base64 (openssl rand -base64 32).`,
      "registry_key_invalid",
    )
  }
  return {
    id: derive(key, "household identity key id").toString("hex").slice(0, 12),
    field: createSecretKey(derive(key, "household identity field")),
    digest: hmacKey(derive(key, "household registry key digest")),
  }
}

function keyNamed(known: readonly Keys[], keyId: string, place: string): Keys {
  const keys = known.find(({ id }) => id === keyId)
  if (keys) return keys
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Personal data at ${place} is sealed with key ${keyId}, which is not configured. Set it as REGISTRY_KEY_PREVIOUS and run the rotation.`,
    "registry_key_unknown",
  )
}

function openWithAny([keys, ...others]: readonly Keys[], sealed: string, place: string): string {
  try {
    return open(keys!.field, sealed, place)
  } catch (error) {
    if (others.length === 0) throw error
    return openWithAny(others, sealed, place)
  }
}

type HmacKey = { inner: Uint8Array; outer: Uint8Array }

const BLOCK_BYTES = 64

function hmacKey(key: Buffer): HmacKey {
  const padded = Buffer.concat([key], BLOCK_BYTES)
  return { inner: padded.map((byte) => byte ^ 0x36), outer: padded.map((byte) => byte ^ 0x5c) }
}

/**
 * HMAC-SHA-256 (RFC 2104) from two one-shot hashes: a seventh of the time of an Hmac object, which
 * half a million rows feel. Pinned to Node's own by a test.
 */
function digest({ digest: { inner, outer } }: Keys, text: string): string {
  const first = hash("sha256", Buffer.concat([inner, Buffer.from(text)]), "buffer")
  return hash("sha256", Buffer.concat([outer, first]), "base64url")
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", purpose, KEY_BYTES))
}

const NONCES_PER_DRAW = 4_096
const nonces = Buffer.alloc(NONCE_BYTES * NONCES_PER_DRAW)
let nextNonce = nonces.length

/** Random nonces, drawn many at a time; each is handed out once. */
function drawNonce(): Buffer {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces)
    nextNonce = 0
  }
  nextNonce += NONCE_BYTES
  return nonces.subarray(nextNonce - NONCE_BYTES, nextNonce)
}

function seal(key: KeyObject, text: string, place: string): string {
  const nonce = drawNonce()
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place))
  const body = cipher.update(text, "utf8")
  // In GCM nothing is left for the end but the tag.
  cipher.final()
  const parts = [nonce, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))
  return `${VERSION}.${parts.join(".")}`
}

function open(key: KeyObject, sealed: string, place: string): string {
  const [version, nonce = "", tag = "", body = ""] = sealed.split(".")
  if (version !== VERSION) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Personal data at ${place} is sealed in an unknown way ("${version}").`,
    )
  }
  const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(nonce, "base64url"), {
    authTagLength: 16,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(Buffer.from(tag, "base64url"))
  return decipher.update(body, "base64url", "utf8") + decipher.final("utf8")
}
