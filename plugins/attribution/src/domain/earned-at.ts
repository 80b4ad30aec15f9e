import { monthOf, shanghaiDay } from "./period"

/**
 * When a sale counts as earned: the moment its claim window closed. One that is found late, in a month
 * after that, is earned on the first moment of the running month: a closed month never changes.
 * Rule: docs/domain.md §7.4.
 */

/** `closedAt` or, when its Shanghai month is over at `now`, the first moment of the running one. */
export function earnedAt(closedAt: Date, now: Date): Date {
  const firstMoment = new Date(`${monthOf(shanghaiDay(now))}-01T00:00:00+08:00`)
  return closedAt < firstMoment ? firstMoment : closedAt
}
