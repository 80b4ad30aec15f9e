import "./temporary-local.ts"

import { rmSync } from "node:fs"

import { local, root } from "./folders.ts"
import { findBrowser } from "./browser.ts"
import { check } from "./check.ts"
import { freePort } from "./ports.ts"
import { startCluster } from "./postgres.ts"
import { type Environment, finish, stopAll } from "./processes.ts"
import { elapsed, step } from "./progress.ts"
import { startStack } from "./stack.ts"
import { type Counts, countTests, failedSpecs, noTests, passedAtLast, sum } from "./test-counts.ts"

/** One seed, so that the same test meets the same moments; `npm run chaos` draws others. */
const chaosSeed = "20261122"

/** When more specs than these fail it is no moment's load, and none is tried once more. */
const mostTriedAgain = 3

/**
 * `npm test`: the checks, then module and app tests over a real PostgreSQL of its own, then the
 * browser tests against the whole stack, started as `npm start` does it, on free ports, and last the
 * short form of `npm run chaos` on what they have seeded.
 */
async function main(): Promise<void> {
  const port = await freePort(54420)
  const flags = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
  const counts: Counts[] = []
  const failures: string[] = []
  const attempt = async (name: string, work: () => Promise<Counts>) => {
    try {
      counts.push(await step(name, work))
    } catch (error) {
      failures.push(name)
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    }
  }

  const cluster = await step("PostgreSQL", () => startCluster(`${local}postgres`, port, { flags }))
  const env = testEnvironment(port)
  await attempt("Check", () => check(env))
  await attempt("Module tests", () => testModules(env))
  await attempt("App tests", () => testApp(env))
  await attempt("Browser tests", () => testBrowser(port))
  await stopAll()
  await cluster.stop()
  await attempt("Chaos", () => testChaos(port))
  rmSync(local, { recursive: true, force: true })
  close(counts.reduce(sum, noTests), failures)
}

function close({ passed, failed, skipped, flaky }: Counts, failures: string[]): void {
  process.stdout.write(`\nTested in ${elapsed()}.\n`)
  if (failures.length > 0) process.stdout.write(`Failed: ${failures.join(", ")}\n`)
  if (flaky > 0) process.stdout.write(`Failed at first, passed when tried once more: ${flaky}\n`)
  // A part that broke before it could count anything is a failure too.
  const broken = failures.length > 0 ? Math.max(failed, failures.length) : failed
  process.stdout.write(`${passed} passed, ${broken} failed, ${skipped} skipped\n`)
  process.exit(broken > 0 ? 1 : 0)
}

/** Medusa's test runners read the `DB_*` variables; `DB_HOST` must be the word localhost. */
function testEnvironment(port: number): Environment {
  return {
    ...(process.env as Environment),
    NO_COLOR: "1",
    DB_HOST: "localhost",
    DB_PORT: String(port),
    DB_USERNAME: "postgres",
    DB_PASSWORD: "postgres",
  }
}

async function testModules(env: Environment): Promise<Counts> {
  const command = ["turbo", "run", "test:module", "--concurrency=1", "--continue"]
  return await counted("module tests", command, root, env)
}

/** A spec that failed is tried once more, alone, with a new database; a fault fails twice. */
async function testApp(env: Environment): Promise<Counts> {
  const command = ["npm", "run", "test:app", "-w", "backend"]
  const options = { cwd: root, env, isShown: true }
  const first = await finish("app tests", command, options)
  const counts = countTests(first.output)
  if (first.code === 0) return counts
  const specs = failedSpecs(first.output)
  if (specs.length > 0 && specs.length <= mostTriedAgain) {
    const again = [...command, "--", "--runTestsByPath", ...specs]
    const second = await finish("app tests, once more", again, options)
    if (second.code === 0) return passedAtLast(counts)
  }
  return failedCounts("app tests", counts, first.code)
}

async function testBrowser(databasePort: number): Promise<Counts> {
  const browser = findBrowser()
  const ports = {
    backend: await freePort(9100),
    storefront: await freePort(4421),
    stripe: await freePort(12211),
  }
  process.env.DATABASE_URL = `postgres://postgres:postgres@localhost:${databasePort}/shangxing`
  await startStack(ports)
  const command = ["npm", "run", "test:browser", "-w", "e2e", "--", "--retries=1"]
  return await counted("browser tests", command, root, {
    ...(process.env as Environment),
    NO_COLOR: "1",
    STOREFRONT_URL: `http://localhost:${ports.storefront}`,
    BACKEND_URL: `http://localhost:${ports.backend}`,
    STRIPE_SANDBOX_URL: `http://localhost:${ports.stripe}`,
    ...(browser ? { CHROMIUM_PATH: browser } : {}),
  })
}

/** The short form, on a copy of the database that the browser tests' stack has seeded. */
async function testChaos(databasePort: number): Promise<Counts> {
  const chaos = ["node", "backend/src/local/chaos.ts", "--short", "--seed", chaosSeed]
  const command = [...chaos, "--port", String(databasePort)]
  return await counted("chaos", command, root, { ...(process.env as Environment), NO_COLOR: "1" })
}

async function counted(name: string, command: string[], cwd: string, env: Environment) {
  const { code, output } = await finish(name, command, { cwd, env, isShown: true })
  const counts = countTests(output)
  return code === 0 ? counts : failedCounts(name, counts, code)
}

/** @throws Error when the tests broke before any of them could fail. */
function failedCounts(name: string, counts: Counts, code: number | null): Counts {
  if (counts.failed === 0) throw new Error(`${name} broke (exit ${code}).`)
  return counts
}

main().catch(async (error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  await stopAll()
  process.stdout.write("0 passed, 1 failed\n")
  process.exit(1)
})
