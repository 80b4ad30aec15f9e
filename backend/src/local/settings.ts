import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"

import { local } from "./folders.ts"
import type { Environment } from "./processes.ts"

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
  const file = `${local}secrets.json`
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Environment) : {}
  const all = {
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
    REGISTRY_KEY: randomBytes(32).toString("base64"),
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("hex")}`,
    ...kept,
  }
  if (Object.keys(all).length > Object.keys(kept).length) {
    mkdirSync(local, { recursive: true })
    writeFileSync(file, JSON.stringify(all, null, 2), { mode: 0o600 })
  }
  return all
}
