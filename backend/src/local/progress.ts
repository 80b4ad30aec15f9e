import { performance } from "node:perf_hooks"

const started = performance.now()

/** Runs one step of a start or a test and says how long it took, also when it fails. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  process.stdout.write(`  ${name} …\n`)
  try {
    const result = await work()
    process.stdout.write(`✓ ${name}  ${seconds(performance.now() - begun)}\n`)
    return result
  } catch (error) {
    process.stdout.write(`✗ ${name}  ${seconds(performance.now() - begun)}\n`)
    throw error
  }
}

/** Time since the command began, as in `83 s`. */
export function elapsed(): string {
  return seconds(performance.now() - started)
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}
