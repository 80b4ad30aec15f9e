import type { ExecArgs } from "@medusajs/framework/types"

import { modules } from "./gather/modules"

const rowsPerBatch = 1_000

/** What each of the modules does that seal with the registry's key. */
type Rotation = {
  countUnrotated: () => Promise<number>
  reseal: (limit: number) => Promise<number>
}

/**
 * Seals with REGISTRY_KEY what REGISTRY_KEY_PREVIOUS still seals: every household's personal fields,
 * the organisations' signing keys and the secret of the traces' commitments. `medusa exec ./src/rotate-registry-key.js`. Batch by batch, so it may be killed and run again.
 */
export default async function rotateRegistryKey({ container }: ExecArgs): Promise<void> {
  // Not the logger: in production it writes JSON, which is for a log and not for who waits.
  const say = (line: string) => process.stdout.write(`    ${line}\n`)
  const registry = modules.registry(container)
  const trace = modules.trace(container)
  const rotations: Record<string, Rotation> = {
    households: {
      countUnrotated: () => registry.countUnrotated(),
      reseal: (limit) => registry.resealIdentities(limit),
    },
    "signing keys and secrets": {
      countUnrotated: () => trace.countUnrotated(),
      reseal: (limit) => trace.resealSecrets(limit),
    },
  }
  for (const [what, { countUnrotated, reseal }] of Object.entries(rotations)) {
    const total = await countUnrotated()
    say(`${total} ${what} are to be sealed with the new key.`)
    for (let done = 0; ;) {
      const sealed = await reseal(rowsPerBatch)
      if (sealed === 0) break
      done += sealed
      say(`${done} of ${total} ${what} sealed.`)
    }
  }
  say("Everything is sealed with the new key: REGISTRY_KEY_PREVIOUS can go.")
}
