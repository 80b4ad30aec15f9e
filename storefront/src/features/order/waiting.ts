/** The page of a fresh order reloads until its effect is booked, but not for ever. */

/** Seconds between two looks. */
export const refreshSeconds = 2
const patienceSeconds = 120

/** True while it is worth looking again by itself: not posted yet, and placed a moment ago. */
export function isWorthWaiting(
  effect: { is_posted: boolean } | null,
  createdAt: string,
  now: Date,
): boolean {
  if (!effect || effect.is_posted) return false
  return now.getTime() - new Date(createdAt).getTime() < patienceSeconds * 1000
}
