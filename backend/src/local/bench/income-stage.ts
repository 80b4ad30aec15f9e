import { mkdirSync, rmSync } from "node:fs"
import { createRequire } from "node:module"

import { MedusaApp } from "@medusajs/framework/modules-sdk"
import { createPgConnection } from "@medusajs/framework/utils"
import type receiptService from "@shangxing/attribution/modules/receipt/service"

import { local } from "../folders.ts"
import { freePort } from "../ports.ts"
import { startCluster } from "../postgres.ts"
import type { Run } from "./ledger-stage.ts"

type ReceiptModuleService = receiptService.default

export type IncomeStage = { service: ReceiptModuleService; run: Run; close: () => Promise<void> }

const modules = {
  receipt: "@shangxing/attribution/modules/receipt",
  agreement: "@shangxing/provenance/modules/agreement",
  registry: "@shangxing/provenance/modules/registry",
}

/**
 * The receipts with what they are compared with, agreements and households, by their real migrations
 * on a PostgreSQL of its own. Without waiting for the disk: figures are ratios, and it is shared.
 */
export async function openIncome(): Promise<IncomeStage> {
  const folder = `${local}bench-income/`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o777 })
  const port = await freePort(54760)
  const settings = ["fsync=off", "full_page_writes=off", "shared_buffers=1GB", "work_mem=128MB"]
  const more = ["maintenance_work_mem=512MB", "max_wal_size=8GB", "jit=off", "autovacuum=off"]
  const flags = [...settings, ...more].flatMap((one) => ["-c", one])
  const cluster = await startCluster(`${folder}postgres`, port, { flags })
  const url = `postgres://postgres:postgres@localhost:${port}/shangxing`
  const client = cluster.getPgClient("shangxing")
  await client.connect()
  const app = await startModules(url)
  return {
    service: app.service,
    run: async <Row>(statement: string, values: unknown[] = []) =>
      (await client.query(statement, values)).rows as Row[],
    close: async () => {
      await app.stop()
      await client.end()
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startModules(clientUrl: string) {
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
    // The app knows its modules by name only.
    service: app.modules["receipt"] as unknown as ReceiptModuleService,
    stop: async () => {
      await app.onApplicationShutdown()
      await connection.destroy()
    },
  }
}
