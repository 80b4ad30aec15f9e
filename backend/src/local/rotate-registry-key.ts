import { backendBuild, local, root } from "./folders.ts"
import { openDatabase } from "./postgres.ts"
import { run, stopAll } from "./processes.ts"
import { beginKeyRotation, endKeyRotation, environment } from "./settings.ts"
import { build } from "./stack.ts"

/**
 * `npm run rotate-registry-key`: a new key for the personal fields of the registry. On one machine
 * (stop `npm start` first) it draws the key itself. Elsewhere set REGISTRY_KEY to the new key and
 * REGISTRY_KEY_PREVIOUS to the old one, restart the servers with both, and run it. Killed, it goes
 * on at its next run. Done, it does nothing with keys that were given; on one machine a further run draws
 * a further key.
 */
async function main(): Promise<void> {
  const isGiven = process.env.REGISTRY_KEY !== undefined
  if (isGiven && !process.env.REGISTRY_KEY_PREVIOUS) {
    throw new Error(
      "REGISTRY_KEY is set and REGISTRY_KEY_PREVIOUS is not. Set the first to the new key (openssl rand -base64 32), the second to the old one.",
    )
  }
  if (!isGiven) beginKeyRotation()
  const database = await openDatabase(`${local}postgres`)
  const env = environment(database.url, { backend: 0, storefront: 0, stripe: 0 })
  try {
    await build(env)
    const command = [`${root}node_modules/.bin/medusa`, "exec", "./src/rotate-registry-key.js"]
    await run("rotate-registry-key", command, { cwd: backendBuild, env, isShown: true })
    if (!isGiven) endKeyRotation()
  } finally {
    await database.stop()
  }
}

main().then(
  () => process.exit(0),
  async (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await stopAll()
    process.exit(1)
  },
)
