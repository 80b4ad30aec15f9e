import { statusOn, type StatusRow } from "./status-on"

/**
 * What newly recorded rows change about a household's past. A row for a day gone by is a late
 * correction: deliveries of the days between were counted under another status, and their
 * attribution is to be posted anew. (rule: docs/domain.md §2)
 */

export type StatusCorrection = {
  /** First day that reads differently now. */
  validFrom: string
  /** First day after it; `null` when it reads so until today and on. */
  validUntil: string | null
  was: { labelZh: string; isEnrolled: boolean } | null
  is: { labelZh: string; isEnrolled: boolean }
}

/**
 * Stretches before `today` whose status the added rows change, in order, none overlapping. Empty
 * when the rows say what was known, or speak of today and later only.
 */
export function correctionsOf(
  known: readonly StatusRow[],
  added: readonly StatusRow[],
  today: string,
): StatusCorrection[] {
  const all = [...known, ...added]
  const days = [...new Set(all.map(({ validFrom }) => validFrom))].sort()
  return days.flatMap((validFrom, i) => {
    if (validFrom >= today) return []
    const before = statusOn(known, validFrom)
    const now = statusOn(all, validFrom)
    if (now === null || saysTheSame(before, now)) return []
    const { labelZh, isEnrolled } = now
    return [
      {
        validFrom,
        validUntil: days[i + 1] ?? null,
        was: before && { labelZh: before.labelZh, isEnrolled: before.isEnrolled },
        is: { labelZh, isEnrolled },
      },
    ]
  })
}

function saysTheSame(a: StatusRow | null, b: StatusRow): boolean {
  return a !== null && a.labelZh === b.labelZh && a.isEnrolled === b.isEnrolled
}
