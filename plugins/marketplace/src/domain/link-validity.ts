/**
 * How long a key in a link opens what it was signed for, and how that end is written into it. The end
 * is part of what is signed (docs/adr/0006), so nobody moves it. Rule: docs/domain.md §10.
 */

export type LinkSubject = "order" | "cart"

const DAY_SECONDS = 24 * 60 * 60

const VALID_DAYS: Record<LinkSubject, number> = {
  // A year in which one may come back to what one bought.
  order: 365,
  // As long as a wallet may take to send its buyer back.
  cart: 7,
}

/** The end of a key made at `now`, in whole seconds since 1970. */
export function linkEnd(subject: LinkSubject, now: Date): number {
  return Math.floor(now.getTime() / 1000) + VALID_DAYS[subject] * DAY_SECONDS
}

/** Whether a key that ends at `end` (seconds since 1970) still opens at `now`. */
export function isLinkValid(end: number, now: Date): boolean {
  return end * 1000 > now.getTime()
}

/** The end as it stands in a key. */
export function writeLinkEnd(end: number): string {
  return end.toString(36)
}

/** The end that a key names; null for any text that we would not have written. */
export function readLinkEnd(written: string): number | null {
  if (!/^[0-9a-z]{1,10}$/.test(written)) return null
  const end = parseInt(written, 36)
  return writeLinkEnd(end) === written ? end : null
}
