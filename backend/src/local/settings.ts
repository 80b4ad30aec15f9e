import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"

import { local } from "./folders.ts"
import type { Environment } from "./processes.ts"

const secretsFile = `${local}secrets.json`

export type Ports = { backend: number; storefront: number; stripe: number }

/** The ports people know; `BACKEND_PORT`, `STOREFRONT_PORT`, `STRIPE_PORT` choose others. */
export function wantedPorts(): Ports {
  return {
    backend: Number(process.env.BACKEND_PORT ?? 9000),
    storefront: Number(process.env.STOREFRONT_PORT ?? 4321),
    stripe: Number(process.env.STRIPE_PORT ?? 12111),
  }
}

/** Without a key of Stripe's the sandbox stands in for it. */
export function isStripeSimulated(): boolean {
  return !process.env.STRIPE_API_KEY
}

/** What every process of the stack gets: the caller's environment, then ours where it is silent. */
export function environment(databaseUrl: string, ports: Ports): Environment {
  return {
    ...secrets(),
    ...(isStripeSimulated() && sandboxKeys(ports)),
    NODE_ENV: "production",
    BACKEND_URL: `http://localhost:${ports.backend}`,
    STOREFRONT_URL: `http://localhost:${ports.storefront}`,
    UPLOAD_DIR: `${local}uploads`,
    MEDUSA_DISABLE_TELEMETRY: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    ASTRO_TELEMETRY_DISABLED: "1",
    ...(process.env as Environment),
    DATABASE_URL: databaseUrl,
  }
}

/** Any key of the test form opens the sandbox. */
function sandboxKeys({ stripe }: Ports): Environment {
  return {
    STRIPE_API_KEY: "sk_test_sandbox",
    STRIPE_PUBLISHABLE_KEY: "pk_test_sandbox",
    STRIPE_API_BASE: `http://127.0.0.1:${stripe}`,
    STRIPE_JS_URL: `http://localhost:${stripe}/stripe.js`,
  }
}

/** Secrets of this machine: each drawn once, kept in `.local`, never in the repository. */
function secrets(): Environment {
  const kept = existsSync(secretsFile)
    ? (JSON.parse(readFileSync(secretsFile, "utf8")) as Environment)
    : {}
  const all = {
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
    REGISTRY_KEY: randomBytes(32).toString("base64"),
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("hex")}`,
    ...kept,
  }
  if (Object.keys(all).length > Object.keys(kept).length) {
    mkdirSync(local, { recursive: true })
    writeFileSync(secretsFile, JSON.stringify(all, null, 2), { mode: 0o600 })
  }
  return all
}

/**
 * Draws a new registry key and keeps the old one beside it until all is sealed anew. Goes on with
 * the keys of a rotation that was killed.
 */
export function beginKeyRotation(): void {
  const { REGISTRY_KEY = "", ...known } = secrets()
  // With the keys of before, what was not sealed anew would be lost.
  if (known.REGISTRY_KEY_PREVIOUS) return
  const drawn = randomBytes(32).toString("base64")
  writeSecrets({ ...known, REGISTRY_KEY: drawn, REGISTRY_KEY_PREVIOUS: REGISTRY_KEY })
}

/** Forgets the old registry key, once nothing is sealed with it any more. */
export function endKeyRotation(): void {
  const { REGISTRY_KEY_PREVIOUS: _old, ...kept } = secrets()
  writeSecrets(kept)
}

/** Whole or not at all: a key that is lost half-way takes every name with it. */
function writeSecrets(secrets: Environment): void {
  writeFileSync(`${secretsFile}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${secretsFile}.new`, secretsFile)
}
