import { backend, storefront } from "./folders.ts"
import {
  type Environment,
  serve,
  type Service,
  stopAll,
  untilAnswers,
  untilOneEnds,
  untilTold,
} from "./processes.ts"
import { step } from "./progress.ts"
import { type Ports, wantedPorts } from "./settings.ts"
import { build, isPrepared, openStack, prepare, startBank } from "./stack.ts"
import { watchSources } from "./watch-sources.ts"
import { welcome } from "./welcome.ts"

const libraries = ["./plugins/*", "./packages/*"]

/**
 * `npm run dev`: the same database and seed as `npm start`, with reload. Astro reloads the page and
 * `medusa develop` restarts on a change in `backend/src`; a change in a plugin or a package builds it
 * and restarts the backend with it.
 */
async function main(): Promise<void> {
  const ports = wantedPorts()
  // Heard from the first moment on, as in `npm start`.
  const told = untilTold()
  const stack = await Promise.race([startDevelopment(ports), told])
  if (stack) {
    process.stdout.write(welcome(ports))
    await Promise.race([told, untilOneEnds(stack.services)])
  }
  process.stdout.write("\nStopping …\n")
  stack?.unwatch()
  await stopAll()
  await stack?.database.stop()
}

async function startDevelopment(ports: Ports) {
  const { database, env } = await openStack(ports)
  // The admin takes a minute to build, and `medusa develop` does not need it.
  const wanted = isPrepared(env) ? [...libraries, "@shangxing/e2e"] : []
  await step("Build", () => build(env, wanted))
  const publishableKey = await prepare(env)
  const dev = { ...env, NODE_ENV: "development" }
  const bank = await startBank(dev, ports)
  let back = serveBackend(dev, ports)
  await step("Backend and admin", () => untilHealthy(back, ports))
  const front = await step("Storefront", () => startStorefront(dev, ports, publishableKey))

  const unwatch = watchSources(["plugins", "packages"], async (files) => {
    process.stdout.write(`\nChanged: ${files.join(", ")}\n`)
    await step("Build", () => build(env, libraries))
    await back.stop()
    back = serveBackend(dev, ports)
    await step("Backend", () => untilHealthy(back, ports))
  })
  return { database, services: [...bank, front], unwatch }
}

/** Without Medusa's lint, which takes a minute at each start: `npm run check` lints. */
function serveBackend(env: Environment, ports: Ports): Service {
  const port = String(ports.backend)
  const command = ["medusa", "develop", "--no-lint", "--host", "127.0.0.1", "--port", port]
  return serve("backend", command, { cwd: backend, env, isShown: true })
}

const untilHealthy = (back: Service, ports: Ports) =>
  untilAnswers(`http://127.0.0.1:${ports.backend}/health`, back, 180)

async function startStorefront(env: Environment, ports: Ports, publishableKey: string) {
  const port = String(ports.storefront)
  const service = serve("storefront", ["astro", "dev", "--host", "127.0.0.1", "--port", port], {
    cwd: storefront,
    env: { ...env, PUBLISHABLE_KEY: publishableKey },
    isShown: true,
  })
  await untilAnswers(`http://127.0.0.1:${port}/`, service, 120)
  return service
}

main().then(
  () => process.exit(0),
  async (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await stopAll()
    process.exit(1)
  },
)
