import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"

import { local } from "./folders.ts"
import type { Environment } from "./processes.ts"

export type Ports = { backend: number; storefront: number }

/** The ports people know; `BACKEND_PORT` and `STOREFRONT_PORT` choose others. */
export function wantedPorts(): Ports {
  return {
    backend: Number(process.env.BACKEND_PORT ?? 9000),
    storefront: Number(process.env.STOREFRONT_PORT ?? 4321),
  }
}

/** What every process of the stack gets: the caller's environment, then ours where it is silent. */
export function environment(databaseUrl: string, ports: Ports): Environment {
  return {
    ...secrets(),
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

/** Secrets of this machine: drawn once, kept in `.local`, never in the repository. */
function secrets(): Environment {
  const file = `${local}secrets.json`
  if (!existsSync(file)) {
    mkdirSync(local, { recursive: true })
    const drawn = {
      JWT_SECRET: randomBytes(32).toString("hex"),
      COOKIE_SECRET: randomBytes(32).toString("hex"),
      REGISTRY_KEY: randomBytes(32).toString("base64"),
    }
    writeFileSync(file, JSON.stringify(drawn, null, 2), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, "utf8")) as Environment
}
