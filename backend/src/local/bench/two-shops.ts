import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs"

import { backend, backendBuild, local, root } from "../folders.ts"
import { freePort } from "../ports.ts"
import { type Environment, serve, type Service, untilAnswers } from "../processes.ts"
import { freshCopy, type Prepared } from "./bench-stack.ts"

export type RunningShop = { base: string; database: string; service: Service }

const medusa = `${root}node_modules/.bin/medusa`

/** The sweepers would be counted as somebody's order. */
const withoutSweepers = { COMPLETION_SWEEP_CRON: "0 4 * * *", COMPLETION_LEASE_SECONDS: "60" }

/** Our backend as it was built. */
export async function startOurs(prepared: Prepared, database: string): Promise<RunningShop> {
  return await start(prepared, database, backendBuild, withoutSweepers)
}

/**
 * Our backend without its subscribers and jobs: what it does until it has answered, as a server
 * beside its worker does. On one machine the event bus would hand the rest to the same process.
 */
export async function startAnswering(prepared: Prepared, database: string): Promise<RunningShop> {
  const folder = `${backend}.medusa/answering/`
  rmSync(folder, { recursive: true, force: true })
  const leftOut = [`${backendBuild}src/subscribers`, `${backendBuild}src/jobs`]
  cpSync(backendBuild, folder, {
    recursive: true,
    filter: (path) => !leftOut.some((one) => path.startsWith(one)),
  })
  return await start(prepared, database, folder, withoutSweepers)
}

/**
 * Medusa and nothing else, on the same data: the same products, prices, stock, shipping options
 * and region. What our plugins know of them lies in tables that it does not read.
 */
export async function startStock(prepared: Prepared, database: string): Promise<RunningShop> {
  return await start(prepared, database, stockFolder(), {})
}

/** An application of one file. It lies within the project, where it finds Medusa. */
function stockFolder(): string {
  const folder = `${root}.local/bench/stock/`
  mkdirSync(`${folder}src`, { recursive: true })
  // Medusa's command starts where a package depends on it.
  const dependencies = { "@medusajs/medusa": "*" }
  writeFileSync(`${folder}package.json`, JSON.stringify({ name: "stock", dependencies }))
  writeFileSync(
    `${folder}medusa-config.js`,
    `const { defineConfig } = require("@medusajs/framework/utils")
module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false },
    http: {
      storeCors: "*",
      adminCors: "*",
      authCors: "*",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
})
`,
  )
  return folder
}

async function start(
  prepared: Prepared,
  database: string,
  cwd: string,
  settings: Environment,
): Promise<RunningShop> {
  await freshCopy(prepared, database)
  const port = await freePort(9500)
  const service = serve(
    `bench-${database}`,
    [medusa, "start", "--host", "127.0.0.1", "--port", `${port}`],
    {
      cwd,
      env: {
        ...prepared.env,
        ...settings,
        DATABASE_URL: prepared.urlOf(database),
        ADMIN_DISABLED: "true",
        NODE_COMPILE_CACHE: `${local}compiled`,
      },
    },
  )
  const base = `http://127.0.0.1:${port}`
  await untilAnswers(`${base}/health`, service, 120)
  return { base, database, service }
}
