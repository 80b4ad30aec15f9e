/**
 * Under which status a household's goods in a lot are due to stand in the attribution book: the one of
 * the days on which they were delivered, as the registry says it now. Rule: docs/domain.md §2, §7.3.
 */

export type ShareStatus = { readonly isEnrolled: boolean; readonly labelZh: string | null }

/**
 * The one status of all the delivery days, null for a day of which the registry says nothing. Goods
 * of one lot that were delivered under two statuses have none: a household's share no longer tells
 * them apart, so it stays as it was booked.
 */
export function dueStatus<S extends ShareStatus>(ofDays: readonly (S | null)[]): S | null {
  const [first, ...others] = ofDays
  if (!first) return null
  return others.every((one) => one !== null && isSameStatus(first, one)) ? first : null
}

/** Whether two statuses put a share in the same account under the same label. */
export function isSameStatus(a: ShareStatus, b: ShareStatus): boolean {
  return a.isEnrolled === b.isEnrolled && a.labelZh === b.labelZh
}
