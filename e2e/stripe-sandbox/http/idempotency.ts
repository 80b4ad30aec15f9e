/**
 * Idempotency keys as documented: the first answer, whatever it was, is the answer for 24 hours;
 * the same key with another request is refused; a request that failed validation leaves no trace.
 */
import { createHash } from "node:crypto"
import { ApiError } from "../errors.ts"
import type { World } from "../engine/world.ts"
import type { IdempotencyRecord } from "../state/tables.ts"
import type { Form } from "./form.ts"

const keptMs = 24 * 3600 * 1000
const longestKey = 255

const refuse = (message: string) => new ApiError(400, { type: "idempotency_error", message })

export class IdempotencyKeys {
  readonly #inUse = new Set<string>()

  /** The recorded answer, or null if the request is to be done. Marks the key as in use. */
  begin(world: World, key: string, path: string, form: Form): IdempotencyRecord | null {
    if (key.length > longestKey) {
      throw refuse(`Idempotency keys must be at most ${longestKey} characters long.`)
    }
    const id = idOf(world, key)
    if (this.#inUse.has(id)) throw inUse(key)
    const known = world.store.get("idempotency", id)
    if (known && world.clock.now() - known.createdAt < keptMs) {
      checkSame(known, key, path, fingerprintOf(form))
      return known
    }
    this.#inUse.add(id)
    return null
  }

  /** Forgets that the key is in use; a record, if any, stays. */
  end(world: World, key: string): void {
    this.#inUse.delete(idOf(world, key))
  }

  save(
    world: World,
    key: string,
    record: Omit<IdempotencyRecord, "createdAt" | "fingerprint">,
    form: Form,
  ) {
    const entry = { ...record, fingerprint: fingerprintOf(form), createdAt: world.clock.now() }
    world.store.put("idempotency", idOf(world, key), entry)
  }
}

const idOf = (world: World, key: string) => `${world.account ?? "platform"} ${key}`

const fingerprintOf = (form: Form) =>
  createHash("sha256")
    .update(JSON.stringify(sorted(form)))
    .digest("hex")

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, child]) => [key, sorted(child)])
}

function checkSame(known: IdempotencyRecord, key: string, path: string, fingerprint: string): void {
  const hint = `Try using a key other than '${key}' if you meant to execute a different request.`
  if (known.path !== path) {
    throw refuse(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${known.path}'). ${hint}`,
    )
  }
  if (known.fingerprint === fingerprint) return
  throw refuse(
    `Keys for idempotent requests can only be used with the same parameters they were first used with. ${hint}`,
  )
}

const inUse = (key: string) =>
  new ApiError(409, {
    type: "invalid_request_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  })
