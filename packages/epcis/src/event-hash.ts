import { createHash } from "node:crypto"

import type { Json, JsonObject } from "./json.ts"
import { preHash } from "./pre-hash.ts"

/** SHA-256 of bytes or UTF-8 text, in lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex")
}

/**
 * The event's hash as a named information URI (RFC 6920): the same for every serialisation of the
 * same event, another one when a field changes. Not covered, by the standard: `eventID`,
 * `recordTime`, `errorDeclaration`, `certificationInfo`.
 *
 * @example eventHash(event, document["@context"]) // "ni:///sha-256;6ae9…?ver=CBV2.0"
 */
export function eventHash(event: JsonObject, context?: Json): string {
  return `ni:///sha-256;${sha256(preHash(event, context))}?ver=CBV2.0`
}
