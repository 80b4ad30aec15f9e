import "./chaos/local.ts"

import { parseArgs } from "node:util"

import { caseNames, type CaseName, rage } from "./chaos/rage.ts"
import { freePort } from "./ports.ts"
import { stopAll } from "./processes.ts"
import { elapsed } from "./progress.ts"

const usage = `npm run chaos -- [--seed N] [--cases ${caseNames.join(",")}] [--kills K] [--short]`

/**
 * `npm run chaos`: breaks a real shop while money moves, in every way that a seed draws, and looks
 * whether the books still hold. What it finds it prints with the command that repeats it.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string" },
      cases: { type: "string", default: caseNames.join(",") },
      kills: { type: "string" },
      short: { type: "boolean", default: false },
      /** For `npm test`: the port of the cluster whose seeded database is copied. */
      port: { type: "string" },
    },
  })
  const isLong = !values.short
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const kills = Number(values.kills ?? (isLong ? 50 : 4))
  const cases = values.cases.split(",").map(caseOf)
  if (!Number.isInteger(seed) || !Number.isInteger(kills)) throw new Error(`Say ${usage}`)
  process.stdout.write(`Chaos with seed ${seed}: ${cases.join(", ")}; ${kills} kills.\n`)
  const port = Number(values.port ?? (await freePort(54520)))
  const isBuilt = values.port !== undefined
  const { passed, failed } = await rage({ seed, kills, cases, isLong, port, isBuilt })
  const again =
    `npm run chaos -- --seed ${seed} --kills ${kills} --cases ${cases.join(",")}` +
    (isLong ? "" : " --short")
  process.stdout.write(`\nChaos took ${elapsed()}. Again: ${again}\n`)
  const total = passed + failed
  process.stdout.write(`Tests: ${failed} failed, ${passed} passed, ${total} total\n`)
  return failed === 0
}

function caseOf(name: string): CaseName {
  const known = caseNames.find((one) => one === name)
  if (!known) throw new Error(`There is no case "${name}". Say ${usage}`)
  return known
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stopAll().then(() => process.exit(1)))
}

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  async (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : ""}\n`)
    await stopAll()
    process.exit(1)
  },
)
