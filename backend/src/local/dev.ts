import { backend, local, root, storefront } from "./folders.ts"
import { openDatabase } from "./postgres.ts"
import { serve, stopAll, untilAnswers } from "./processes.ts"
import { environment, isStripeSimulated, wantedPorts } from "./settings.ts"
import { build, prepare, startSandbox } from "./stack.ts"

/**
 * `npm run dev`: the same database and seed as `npm start`, with reload: `turbo watch` rebuilds
 * the plugins, `medusa develop` restarts the backend, Astro reloads the page.
 */
async function main(): Promise<void> {
  const ports = wantedPorts()
  const database = await openDatabase(`${local}postgres`)
  const env = environment(database.url, ports)
  await build(env)
  const publishableKey = await prepare(env)

  const dev = { ...env, NODE_ENV: "development" }
  if (isStripeSimulated()) await startSandbox(dev, ports)
  const watch = ["turbo", "watch", "build", "--filter=./plugins/*", "--filter=./packages/*"]
  serve("watch", watch, { cwd: root, env: dev, isShown: true })
  const develop = ["medusa", "develop", "--host", "127.0.0.1", "--port", String(ports.backend)]
  const back = serve("backend", develop, { cwd: backend, env: dev, isShown: true })
  await untilAnswers(`http://127.0.0.1:${ports.backend}/health`, back, 180)
  serve("storefront", ["astro", "dev", "--port", String(ports.storefront)], {
    cwd: storefront,
    env: { ...dev, PUBLISHABLE_KEY: publishableKey },
    isShown: true,
  })
  await new Promise<void>((resolve) => process.once("SIGINT", resolve))
  await stopAll()
  await database.stop()
}

main().then(
  () => process.exit(0),
  async (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await stopAll()
    process.exit(1)
  },
)
