import { mkdirSync, rmSync } from "node:fs"
import { createRequire } from "node:module"

import { MedusaApp } from "@medusajs/framework/modules-sdk"
import { createPgConnection } from "@medusajs/framework/utils"
import type ledgerService from "@shangxing/attribution/modules/ledger/service"

import { local } from "../folders.ts"
import { freePort } from "../ports.ts"
import { startCluster } from "../postgres.ts"
import { median } from "./bench-table.ts"

type LedgerModuleService = ledgerService.default

/** Runs one statement; rows as PostgreSQL's driver gives them. */
export type Run = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>

export type LedgerStage = {
  service: LedgerModuleService
  run: Run
  /** A folder that PostgreSQL may read and write. */
  folder: string
  close: () => Promise<void>
}

/**
 * The ledger module by itself, with its real migrations, on a PostgreSQL of its own. Without waiting
 * for the disk on both sides of every comparison: figures are ratios, and this disk is shared.
 */
export async function openLedger(name: string): Promise<LedgerStage> {
  const folder = `${local}bench-${name}/`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o777 })
  const port = await freePort(54740)
  const settings = ["fsync=off", "full_page_writes=off", "shared_buffers=1GB", "work_mem=128MB"]
  const flags = [...settings, "max_wal_size=8GB", "jit=off"].flatMap((one) => ["-c", one])
  const cluster = await startCluster(`${folder}postgres`, port, { flags })
  const url = `postgres://postgres:postgres@localhost:${port}/shangxing`
  const client = cluster.getPgClient("shangxing")
  await client.connect()
  const ledger = await startModule(url)
  return {
    service: ledger.service,
    run: async <Row>(statement: string, values: unknown[] = []) =>
      (await client.query(statement, values)).rows as Row[],
    folder: `${folder}postgres/`,
    close: async () => {
      await ledger.stop()
      await client.end()
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startModule(clientUrl: string) {
  const connection = createPgConnection({ clientUrl })
  const resolve = createRequire(import.meta.url).resolve("@shangxing/attribution/modules/ledger")
  const app = await MedusaApp({
    modulesConfig: {
      ledger: {
        resolve,
        options: { database: { clientUrl } },
        definition: { key: "ledger", label: "ledger", defaultPackage: false, isRequired: true },
      },
    } as never,
    sharedResourcesConfig: { database: { clientUrl } },
    injectedDependencies: { __pg_connection__: connection },
  })
  await app.runMigrations()
  await app.onApplicationStart()
  return {
    // The app knows its modules by name only.
    service: app.modules["ledger"] as unknown as LedgerModuleService,
    stop: async () => {
      await app.onApplicationShutdown()
      await connection.destroy()
    },
  }
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Takes each of `works` in turn (A, B, A, B …), five rounds after one to warm up; median, in ms. */
export async function inTurn<Name extends string>(
  works: Record<Name, () => Promise<unknown>>,
  rounds = 5,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const ms = await timed(works[name])
      if (round >= 0) taken.get(name)!.push(ms)
    }
  }
  const medians = names.map((name) => [name, median(taken.get(name)!)] as const)
  return Object.fromEntries(medians) as Record<Name, number>
}

/** The number after `--name` among `options`. */
export function numberOption(options: string[], name: string, fallback: number): number {
  const at = options.indexOf(`--${name}`)
  const value = at < 0 ? fallback : Number(options[at + 1])
  if (!Number.isSafeInteger(value) || value <= 0) {
    throw new Error(`--${name} takes a whole number above zero.`)
  }
  return value
}
