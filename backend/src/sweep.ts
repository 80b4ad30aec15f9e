import type { ExecArgs } from "@medusajs/framework/types"

import { sweepCompletions } from "./workflows/completion/sweep-completions"

/** Sweeps half-done checkouts at once and says what it did: `medusa exec ./src/sweep.js`. */
export default async function sweep({ container }: ExecArgs): Promise<void> {
  process.stdout.write(`${JSON.stringify(await sweepCompletions(container), null, 2)}\n`)
}
