/**
 * When a webhook event that failed is tried again: after 10 s, 20 s, 40 s … up to an hour; after
 * twelve attempts (some five hours) it goes to the dead letters, where a person replays it.
 */
export const MAX_ATTEMPTS = 12

const FIRST_DELAY_MS = 10_000
const LONGEST_DELAY_MS = 3_600_000

export type Retry = { isDead: true } | { isDead: false; nextAttemptAt: Date }

/** What follows the `attempts`-th failed attempt (1 is the first). */
export function retryAfter(attempts: number, now: Date): Retry {
  if (!Number.isInteger(attempts) || attempts < 1) {
    throw new RangeError(`${attempts} is not a number of attempts.`)
  }
  if (attempts >= MAX_ATTEMPTS) {
    return { isDead: true }
  }
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS)
  return { isDead: false, nextAttemptAt: new Date(now.getTime() + delay) }
}
