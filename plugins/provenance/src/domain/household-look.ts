/**
 * A look at one personal field. It is logged with its reason before the field is shown, and the
 * number of looks is bounded: an official needs a few a day, a copy of the registry needs thousands.
 * (rule: docs/domain.md §2, §10)
 */

export type LookRefusal = "look_reason_short" | "look_reason_long" | "look_limit_reached"

export const SHORTEST_REASON = 6
export const LONGEST_REASON = 200
export const LOOKS_PER_HOUR = 30

/** `recentLooks`: how many the official took within the last hour. */
export function refuseLook(reason: string, recentLooks: number): LookRefusal | null {
  const characters = meaningOf(reason)
  if (characters < SHORTEST_REASON) return "look_reason_short"
  if ([...reason].length > LONGEST_REASON) return "look_reason_long"
  return recentLooks >= LOOKS_PER_HOUR ? "look_limit_reached" : null
}

/** Different characters of the text, so that 。。。。。。 is no reason. */
function meaningOf(reason: string): number {
  return new Set(reason.match(/[\p{L}\p{N}]/gu)).size
}

/** Whose looks an official reads: the own ones, and those of officials below, not beside. */
export function mayReadLook(
  reader: { id: string; division: string },
  look: { officialId: string; officialDivision: string },
): boolean {
  if (look.officialId === reader.id) return true
  return (
    look.officialDivision.length > reader.division.length &&
    look.officialDivision.startsWith(reader.division)
  )
}
