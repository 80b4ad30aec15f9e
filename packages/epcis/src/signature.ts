import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto"

import { sha256 } from "./event-hash.ts"

/** Ed25519 (RFC 8032) over a link's hash. Keys and signatures travel as base64url. */

/** Names what is signed, so that a signature can't be shown for another purpose. */
const PURPOSE = "shangxing event signature 1\n"
const FINGERPRINT_LENGTH = 32

export type NewKey = { keyId: string; publicKey: string; privateKey: string }

/** A new key pair: the public key's 32 bytes, and the private key in PKCS #8. */
export function createSigningKey(): NewKey {
  const pair = generateKeyPairSync("ed25519")
  const publicKey = pair.publicKey.export({ format: "jwk" }).x ?? ""
  const privateKey = pair.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url")
  return { keyId: fingerprint(publicKey), publicKey, privateKey }
}

/** A key's name is made of the key: another key can't bear it. */
export function fingerprint(publicKey: string): string {
  return sha256(Buffer.from(publicKey, "base64url")).slice(0, FINGERPRINT_LENGTH)
}

/** @throws when `privateKey` is no Ed25519 key in PKCS #8. */
export function readPrivateKey(privateKey: string): KeyObject {
  const key = Buffer.from(privateKey, "base64url")
  return createPrivateKey({ key, format: "der", type: "pkcs8" })
}

/** `null` when `publicKey` is none. */
export function readPublicKey(publicKey: string): KeyObject | null {
  try {
    const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey }
    return createPublicKey({ key: jwk, format: "jwk" })
  } catch {
    return null
  }
}

export function signHash(hash: string, key: KeyObject): string {
  return sign(null, Buffer.from(PURPOSE + hash), key).toString("base64url")
}

export function isSignatureOf(hash: string, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature, "base64url")
  return bytes.length === 64 && verify(null, Buffer.from(PURPOSE + hash), key, bytes)
}
