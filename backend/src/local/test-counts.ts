export type Counts = { passed: number; failed: number; skipped: number }

export const noTests: Counts = { passed: 0, failed: 0, skipped: 0 }

export function sum(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
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
    /^\s+\d+ (passed|failed|flaky|skipped)( \([\d.]+m?s\))?$/.test(line)
  )
}

function countsOfLine(line: string): Counts {
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return {
    passed: count("passed"),
    failed: count("failed") + count("flaky"),
    skipped: count("skipped") + count("todo"),
  }
}
