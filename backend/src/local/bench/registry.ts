import { createReadStream, mkdirSync, rmSync, statSync } from "node:fs"
import { createRequire } from "node:module"

import { createPgConnection } from "@medusajs/framework/utils"
import { MedusaApp } from "@medusajs/framework/modules-sdk"
import type { RegistryModuleService } from "@shangxing/provenance/modules/registry"
import type { ImportRecord } from "@shangxing/provenance/modules/registry/types"

import { local } from "../folders.ts"
import { freePort } from "../ports.ts"
import { startCluster } from "../postgres.ts"
import { type BenchTable } from "./bench-table.ts"
import { header, survey, villageCodes, writeSurvey } from "./registry-file.ts"

const folder = `${local}bench-registry/`
const official = { id: "off_bench", division_code: "65" }
const tenth = Math.round(survey.households / 10)
const goalSeconds = 60

/**
 * The registry of a province through the import that officials use: dry run and commit of a CSV
 * file, on a PostgreSQL of its own with the real migrations, against a bare COPY of the same rows.
 */
export async function bench(): Promise<BenchTable> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const port = await freePort(54720)
  const cluster = await startCluster(`${folder}postgres`, port)
  const url = `postgres://postgres:postgres@localhost:${port}/shangxing`
  const registry = await startRegistry(url)
  try {
    // The small file first: the large one must not need more memory, only more time.
    const small = await importFile(registry, "small.csv", tenth)
    await empty(url)
    const bare = await bareCopy(url, "small.csv", survey.households)
    const large = await importFile(registry, "large.csv", survey.households)
    const again = await importFile(registry, "large.csv", survey.households)
    return {
      name: "registry",
      rows: [small, large, again].map((run) => ({
        ...run,
        "× bare COPY": run.rows === survey.households ? run["total s"] / bare : "",
      })),
      notes: notes(bare, small, large),
    }
  } finally {
    await registry.stop()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Run = {
  run: string
  rows: number
  "file MB": number
  "dry run s": number
  "commit s": number
  "total s": number
  /** Of this process, without PostgreSQL's. */
  "CPU s": number
  "rows/s": number
  "peak RSS MB": number
  households: number
}

type Registry = { service: RegistryModuleService; stop: () => Promise<void> }

async function startRegistry(clientUrl: string): Promise<Registry> {
  const connection = createPgConnection({ clientUrl })
  const resolve = createRequire(import.meta.url).resolve("@shangxing/provenance/modules/registry")
  const registryKey = Buffer.alloc(32, 7).toString("base64")
  const app = await MedusaApp({
    modulesConfig: {
      registry: {
        resolve,
        options: { registryKey, database: { clientUrl } },
        definition: { key: "registry", label: "registry", defaultPackage: false, isRequired: true },
      },
    } as never,
    sharedResourcesConfig: { database: { clientUrl } },
    injectedDependencies: { __pg_connection__: connection },
  })
  await app.runMigrations()
  await app.onApplicationStart()
  return {
    // The app knows its modules by name only.
    service: app.modules["registry"] as unknown as RegistryModuleService,
    stop: async () => {
      await app.onApplicationShutdown()
      await connection.destroy()
    },
  }
}

async function importFile({ service }: Registry, name: string, rows: number): Promise<Run> {
  const file = folder + name
  await writeSurvey(file, rows)
  const villages = villageCodes().map((code) => ({ code, names: [], township_names: [] }))
  const request = { official_id: official.id, division_code: official.division_code, villages }
  globalThis.gc?.()
  const memory = watchMemory()
  const cpu = process.cpuUsage()
  const began = performance.now()
  const staged = await service.stageImport(request, createReadStream(file) as AsyncIterable<Buffer>)
  const checked = performance.now()
  assertReady(staged)
  const record = await service.beginCommit(staged.id, official, staged.file_digest ?? "")
  await service.commitImport(record)
  const ended = performance.now()
  const done = await service.importOf(staged.id, official)
  const total = (ended - began) / 1000
  return {
    run: done.new_household_count > 0 ? `${rows} households` : "the same file again",
    rows,
    "file MB": Math.round(statSync(file).size / 1e5) / 10,
    "dry run s": seconds(checked - began),
    "commit s": seconds(ended - checked),
    "total s": Math.round(total * 10) / 10,
    "CPU s": seconds(cpuSince(cpu)),
    "rows/s": Math.round(rows / total),
    "peak RSS MB": memory.peak(),
    households: done.new_household_count,
  }
}

function assertReady({ state, error_count }: ImportRecord): void {
  if (state !== "ready") throw new Error(`The dry run ended ${state} with ${error_count} errors.`)
}

/** Seconds for COPY of the same cells into a table without indexes: what no import can undercut. */
async function bareCopy(url: string, name: string, rows: number): Promise<number> {
  const file = folder + name
  await writeSurvey(file, rows)
  const knex = createPgConnection({ clientUrl: url })
  try {
    await knex.raw(
      `create table bare (${header
        .split(",")
        .map((c) => `"${c}" text`)
        .join(", ")})`,
    )
    const began = performance.now()
    await knex.raw(`copy bare from '${file}' with (format csv, header true)`)
    return (performance.now() - began) / 1000
  } finally {
    await knex.raw("drop table if exists bare")
    await knex.destroy()
  }
}

async function empty(url: string): Promise<void> {
  const knex = createPgConnection({ clientUrl: url })
  await knex.raw("truncate household cascade")
  await knex.destroy()
}

function watchMemory(): { peak: () => number } {
  let peak = 0
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()))
  const timer = setInterval(look, 50)
  return {
    peak: () => {
      clearInterval(timer)
      look()
      return Math.round(peak / 1e6)
    },
  }
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10
}

function notes(bare: number, small: Run, large: Run): string[] {
  const total = large["total s"]
  const isMet = total <= goalSeconds
  const grown = large["peak RSS MB"] - small["peak RSS MB"]
  return [
    `${survey.households} households in ${survey.villages} villages, one status each, three fields encrypted.`,
    `Goal ${goalSeconds} s: ${isMet ? "met" : "missed"} with ${total} s (${(total / goalSeconds).toPrecision(2)} of it).`,
    `Memory: ten times the rows took ${grown} MB more at the peak; one process, with PostgreSQL beside it.`,
    `Bare COPY of the same cells into a table without indexes, by the server from its own disk: ${bare.toPrecision(2)} s.`,
  ]
}
