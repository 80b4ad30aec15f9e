import { mkdirSync, rmSync } from "node:fs"
import { createRequire } from "node:module"

import { MedusaApp } from "@medusajs/framework/modules-sdk"
import { createPgConnection } from "@medusajs/framework/utils"

import { local } from "../folders.ts"
import { freePort } from "../ports.ts"
import { startCluster } from "../postgres.ts"

/** Runs one statement; rows as PostgreSQL's driver gives them. */
type Run = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>

export type ModuleStage = {
  /** The modules' services, by the keys that were asked for. */
  services: Record<string, unknown>
  run: Run
  /** A folder that PostgreSQL may read and write. */
  folder: string
  close: () => Promise<void>
}

const settings = [
  ...["fsync=off", "full_page_writes=off", "shared_buffers=1GB", "work_mem=128MB"],
  ...["max_wal_size=8GB", "jit=off"],
]

/**
 * Modules by themselves (by their keys), with their real migrations, on a PostgreSQL of its own.
 * Without waiting for the disk on both sides of every comparison: figures are ratios, and this disk is
 * shared.
 */
export async function openModules(
  name: string,
  modules: Record<string, string>,
  more: string[] = [],
): Promise<ModuleStage> {
  const folder = `${local}bench-${name}/`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o777 })
  const port = await freePort(54740)
  const flags = [...settings, ...more].flatMap((one) => ["-c", one])
  const cluster = await startCluster(`${folder}postgres`, port, { flags })
  const url = `postgres://postgres:postgres@localhost:${port}/shangxing`
  const client = cluster.getPgClient("shangxing")
  await client.connect()
  const app = await startModules(url, modules)
  return {
    services: app.services,
    run: async <Row>(statement: string, values: unknown[] = []) =>
      (await client.query(statement, values)).rows as Row[],
    folder: `${folder}postgres/`,
    close: async () => {
      await app.stop()
      await client.end()
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startModules(clientUrl: string, modules: Record<string, string>) {
  const connection = createPgConnection({ clientUrl })
  const { resolve } = createRequire(import.meta.url)
  const registryKey = Buffer.alloc(32, 7).toString("base64")
  const app = await MedusaApp({
    modulesConfig: Object.fromEntries(
      Object.entries(modules).map(([key, name]) => [
        key,
        {
          resolve: resolve(name),
          options: { registryKey, database: { clientUrl } },
          definition: { key, label: key, defaultPackage: false, isRequired: true },
        },
      ]),
    ),
    sharedResourcesConfig: { database: { clientUrl } },
    injectedDependencies: { __pg_connection__: connection },
  })
  await app.runMigrations()
  await app.onApplicationStart()
  return {
    services: app.modules as Record<string, unknown>,
    stop: async () => {
      await app.onApplicationShutdown()
      await connection.destroy()
    },
  }
}
