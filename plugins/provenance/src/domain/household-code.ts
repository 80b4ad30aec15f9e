/**
 * A household's own code: how it confirms a delivery by itself. Four to six digits that a stranger
 * would not try first; five wrong tries close it for a quarter of an hour. Times are milliseconds.
 * (rule: docs/domain §4, deliveries)
 */

export const MOST_TRIES = 5
const CLOSED_MS = 15 * 60 * 1000

export type CodeTries = { readonly failed: number; readonly closedUntil: number | null }

/** Refuses a code that is no code, or that anybody would guess: 0000, 1234, 4321. */
export function newCodeRefusal(
  code: string,
): "household_code_invalid" | "household_code_weak" | null {
  if (!/^\d{4,6}$/.test(code)) return "household_code_invalid"
  const steps = [...code].slice(1).map((digit, i) => Number(digit) - Number(code[i]))
  const isRun = steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1
  return isRun ? "household_code_weak" : null
}

/** Whether no try is taken now. */
export function isClosed({ closedUntil }: CodeTries, now: number): boolean {
  return closedUntil !== null && closedUntil > now
}

/** The tries after one more; a right one forgives the wrong ones before it. */
export function afterTry(tries: CodeTries, isRight: boolean, now: number): CodeTries {
  if (isRight) return { failed: 0, closedUntil: null }
  const failed = tries.closedUntil !== null && !isClosed(tries, now) ? 1 : tries.failed + 1
  return { failed, closedUntil: failed >= MOST_TRIES ? now + CLOSED_MS : null }
}
