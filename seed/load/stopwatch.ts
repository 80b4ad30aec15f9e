export type Stopwatch = <T>(step: string, work: () => Promise<T>) => Promise<T>

/** Runs steps and reports each one's time. */
export function createStopwatch(report: (line: string) => void): Stopwatch {
  const started = performance.now()
  const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
  return async (step, work) => {
    const begun = performance.now()
    const result = await work()
    report(`${step}: ${seconds(begun)} (${seconds(started)} in all)`)
    return result
  }
}
