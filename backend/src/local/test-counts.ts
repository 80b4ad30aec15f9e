/** `flaky` ones failed and then passed when tried once more; they count as passed too. */
export type Counts = { passed: number; failed: number; skipped: number; flaky: number }

export const noTests: Counts = { passed: 0, failed: 0, skipped: 0, flaky: 0 }

export function sum(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    flaky: a.flaky + b.flaky,
  }
}

/** What is said of tests that failed in the first of two runs and passed in the second. */
export function passedAtLast({ passed, failed, skipped, flaky }: Counts): Counts {
  return { passed: passed + failed, failed: 0, skipped, flaky: flaky + failed }
}

/**
 * Adds up the closing lines of Jest (`Tests: 1 failed, 9 passed, 10 total`), Vitest
 * (`Tests  9 passed (9)`) and Playwright (`  9 passed (12.3s)`, one line a state).
 */
export function countTests(output: string): Counts {
  const closing = output.split("\n").filter((line) => isClosingLine(line))
  return closing.map(countsOfLine).reduce(sum, noTests)
}

function isClosingLine(line: string): boolean {
  return (
    /\bTests:? +\d/.test(line) ||
    /^\s+\d+ (passed|failed|flaky|skipped)( \([\d.]+(ms|s|m|h)\))?$/.test(line)
  )
}

function countsOfLine(line: string): Counts {
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return {
    passed: count("passed") + count("flaky"),
    failed: count("failed"),
    skipped: count("skipped") + count("todo"),
    flaky: count("flaky"),
  }
}

/** The spec files that Jest says have failed, or could not be run at all, each once. */
export function failedSpecs(output: string): string[] {
  return [...new Set([...output.matchAll(/^FAIL (\S+)/gm)].map(([, file]) => file!))]
}
