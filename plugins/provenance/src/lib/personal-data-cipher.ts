import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto"

import { MedusaError } from "@medusajs/framework/utils"

/**
 * Personal data at rest: AES-256-GCM with a random nonce per field. The field's place (which
 * household, which field) is authenticated with it, so that a ciphertext copied to another row
 * does not open there. Keys are derived from the registry key, one per purpose.
 */

const ALGORITHM = "aes-256-gcm"
const KEY_BYTES = 32
const NONCE_BYTES = 12
const VERSION = "v1"

export type PersonalDataCipher = {
  /** Encrypts `text` for one place, e.g. `hh_1/head_name`. */
  seal(text: string, place: string): string
  /** @throws when the text was changed, moved to another place, or sealed with another key. */
  open(sealed: string, place: string): string
  /** The same text gives the same digest, which tells nothing about it without the key. */
  digest(text: string): string
}

/** @throws MedusaError `registry_key_invalid` unless the key is 32 bytes in base64. */
export function personalDataCipher(registryKey: string | undefined): PersonalDataCipher {
  const key = Buffer.from(registryKey ?? "", "base64")
  if (key.length !== KEY_BYTES) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "The household registry has no valid key, so personal data can't be read or written. Set REGISTRY_KEY to 32 random bytes in base64 (openssl rand -base64 32).",
      "registry_key_invalid",
    )
  }
  const fieldKey = derive(key, "household identity field")
  const digestKey = derive(key, "household registry key digest")
  return {
    seal: (text, place) => seal(fieldKey, text, place),
    open: (sealed, place) => open(fieldKey, sealed, place),
    digest: (text) => createHmac("sha256", digestKey).update(text).digest("base64url"),
  }
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", purpose, KEY_BYTES))
}

function seal(key: Buffer, text: string, place: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return [VERSION, nonce, cipher.getAuthTag(), body]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".")
}

function open(key: Buffer, sealed: string, place: string): string {
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
