import { existsSync, mkdirSync, readFileSync } from "node:fs"

import { backendBuild, local, root, storefront } from "./folders.ts"
import { type Database, openDatabase } from "./postgres.ts"
import { assertFree } from "./ports.ts"
import { type Environment, run, serve, type Service, untilAnswers } from "./processes.ts"
import { step } from "./progress.ts"
import { environment, isStripeSimulated, type Ports } from "./settings.ts"
import { readState, schemaFingerprint, writeState } from "./state.ts"

export type Stack = { env: Environment; services: Service[]; database: Database }

const medusa = `${root}node_modules/.bin/medusa`
const seedOutput = `${local}seed.json`

/**
 * Brings up everything on this machine: database, schema, demo seed (once), backend with admin,
 * storefront. Each step shows itself; a step that has nothing to do takes no time.
 */
export async function startStack(ports: Ports): Promise<Stack> {
  const { database, env } = await openStack(ports)
  await step("Build", () => build(env))
  const publishableKey = await prepare(env)
  const bank = await startBank(env, ports)
  const back = await step("Backend and admin", () => startBackend(env, ports))
  const front = await step("Storefront", () => startStorefront(env, ports, publishableKey))
  return { env, services: [...bank, back, front], database }
}

/** The database, and what every process is told, once it is known that the ports are free. */
export async function openStack(ports: Ports): Promise<{ database: Database; env: Environment }> {
  await assertFree(ports.backend, "backend", "BACKEND_PORT")
  await assertFree(ports.storefront, "storefront", "STOREFRONT_PORT")
  if (isStripeSimulated()) await assertFree(ports.stripe, "Stripe sandbox", "STRIPE_PORT")
  mkdirSync(`${local}uploads`, { recursive: true })
  const database = await step("PostgreSQL", () => openDatabase(`${local}postgres`))
  return { database, env: environment(database.url, ports) }
}

/** Whether schema and demo are those of the sources: then `prepare` has nothing to do. */
export function isPrepared(env: Environment): boolean {
  const { migrated, publishableKey } = readState()
  return migrated === schemaFingerprint(env.DATABASE_URL ?? "") && publishableKey !== undefined
}

/** Brings schema and demo up to date. @returns the storefront's publishable key. */
export async function prepare(env: Environment): Promise<string> {
  await migrate(env)
  return await seed(env)
}

/** Builds what changed since the last build (turbo knows); with `workspaces`, only those. */
export async function build(env: Environment, workspaces: string[] = []): Promise<void> {
  const { DATABASE_URL: _unused, ...rest } = env
  const only = workspaces.map((one) => `--filter=${one}`)
  const command = [`${root}node_modules/.bin/turbo`, "run", "build", "--output-logs=new-only"]
  await run("build", [...command, ...only], { cwd: root, env: rest, isShown: true })
}

async function migrate(env: Environment): Promise<void> {
  const wanted = schemaFingerprint(env.DATABASE_URL ?? "")
  if (readState().migrated === wanted) return
  await step("Migrate", () =>
    run("migrate", [medusa, "db:migrate", "--execute-safe-links"], { cwd: backendBuild, env }),
  )
  writeState({ migrated: wanted })
}

async function seed(env: Environment): Promise<string> {
  const { publishableKey } = readState()
  if (publishableKey) return publishableKey
  await step("Seed the demo", () =>
    run("seed", [medusa, "exec", "./src/seed.js"], {
      cwd: backendBuild,
      env: { ...env, SEED_OUTPUT: seedOutput },
      isShown: true,
    }),
  )
  if (!existsSync(seedOutput)) throw new Error("The seed did not say its publishable key.")
  const said = JSON.parse(readFileSync(seedOutput, "utf8")) as { publishable_key: string }
  writeState({ publishableKey: said.publishable_key })
  return said.publishable_key
}

/** The stand-in for Stripe where there is no key of Stripe's. */
export async function startBank(env: Environment, ports: Ports): Promise<Service[]> {
  if (!isStripeSimulated()) return []
  return [await step("Stripe sandbox", () => startSandbox(env, ports))]
}

/** What was paid survives a restart, as it does at Stripe. */
async function startSandbox(env: Environment, ports: Ports): Promise<Service> {
  const service = serve("stripe", ["node", "stripe-sandbox/server.ts"], {
    cwd: `${root}e2e`,
    env: {
      ...env,
      PORT: String(ports.stripe),
      SANDBOX_PUBLIC_URL: `http://localhost:${ports.stripe}`,
      SANDBOX_STATE_FILE: `${local}stripe-sandbox.journal`,
      WEBHOOK_URL: `http://127.0.0.1:${ports.backend}/hooks/stripe`,
      WEBHOOK_SECRET: env.STRIPE_WEBHOOK_SECRET ?? "",
    },
  })
  await untilAnswers(`http://127.0.0.1:${ports.stripe}/_sandbox`, service, 20)
  return service
}

async function startBackend(env: Environment, ports: Ports): Promise<Service> {
  const command = [medusa, "start", "--host", "127.0.0.1", "--port", String(ports.backend)]
  const service = serve("backend", command, { cwd: backendBuild, env })
  await untilAnswers(`http://127.0.0.1:${ports.backend}/health`, service, 120)
  return service
}

async function startStorefront(env: Environment, ports: Ports, publishableKey: string) {
  const service = serve("storefront", ["node", "./dist/server/entry.mjs"], {
    cwd: storefront,
    env: {
      ...env,
      HOST: "127.0.0.1",
      PORT: String(ports.storefront),
      PUBLISHABLE_KEY: publishableKey,
    },
  })
  await untilAnswers(`http://127.0.0.1:${ports.storefront}/`, service, 30)
  return service
}
