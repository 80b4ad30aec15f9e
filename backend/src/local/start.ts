import { rmSync } from "node:fs"

import { local } from "./folders.ts"
import { stopAll } from "./processes.ts"
import { elapsed } from "./progress.ts"
import { wantedPorts } from "./settings.ts"
import { type Stack, startStack } from "./stack.ts"

/** `npm start`: the whole of Shangxing on this machine. `--reset` starts over with a new seed. */
async function main(): Promise<void> {
  if (process.argv.includes("--reset")) {
    process.stdout.write("Starting over: removing .local (database, uploads, secrets).\n")
    rmSync(local, { recursive: true, force: true })
  }
  const ports = wantedPorts()
  // Heard from the first moment on: Ctrl-C during a long first start stops what runs by then.
  const told = untilTold()
  const stack = await Promise.race([startStack(ports), told])
  if (stack) {
    process.stdout.write(welcome(ports.storefront, ports.backend))
    await Promise.race([told, untilOneEnds(stack)])
  }
  process.stdout.write("\nStopping …\n")
  await stopAll()
  await stack?.database.stop()
}

function welcome(storefront: number, backend: number): string {
  return `
Shangxing is running (${elapsed()}).

  Storefront        http://localhost:${storefront}      English: http://localhost:${storefront}/en/
  Sellers           http://localhost:${storefront}/seller
  Officials         http://localhost:${storefront}/official
  Backend           http://localhost:${backend}
  Medusa Admin      http://localhost:${backend}/app

  Demo logins (password shangxing-demo; they exist only in the demo seed)
    consumer@demo.local             a city household
    clerk.yanyuan@demo.local        clerk of a Yanyuan cooperative
    official.yanyuan@demo.local     official of Yanyuan county
    official.liangshan@demo.local   official of Liangshan prefecture
    station@demo.local              worker of a service station, at /station
    operator@demo.local             platform operator, in Medusa Admin

  Payment is simulated: no real money moves. Logs: .local/logs. Stop with Ctrl-C.
`
}

/** Resolves on Ctrl-C or `kill`. */
function untilTold(): Promise<undefined> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve(undefined))
    process.once("SIGTERM", () => resolve(undefined))
  })
}

/** Rejects when a server ends by itself, with its last lines. */
function untilOneEnds({ services }: Stack): Promise<never> {
  return new Promise((_, reject) => {
    for (const service of services) {
      void service.exited.then((code) =>
        reject(new Error(`${service.name} ended (exit ${code}).\n${service.tail()}`)),
      )
    }
  })
}

main().then(
  () => process.exit(0),
  async (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    await stopAll()
    process.exit(1)
  },
)
