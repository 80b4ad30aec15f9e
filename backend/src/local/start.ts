import { rmSync } from "node:fs"

import { local } from "./folders.ts"
import { stopAll, untilOneEnds, untilTold } from "./processes.ts"
import { wantedPorts } from "./settings.ts"
import { startStack } from "./stack.ts"
import { welcome } from "./welcome.ts"

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
    process.stdout.write(welcome(ports))
    await Promise.race([told, untilOneEnds(stack.services)])
  }
  process.stdout.write("\nStopping …\n")
  await stopAll()
  await stack?.database.stop()
}

main().then(
  () => process.exit(0),
  async (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    await stopAll()
    process.exit(1)
  },
)
