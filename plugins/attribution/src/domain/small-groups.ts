/**
 * Which groups of households may stand by themselves. A small group could be told apart by a
 * neighbour, also by subtracting what is shown from the whole: so what is hidden is never one group
 * alone and never fewer than the minimum together. Counts and sums are hidden alike, group by group,
 * so neither tells the other. Rule: docs/domain.md §10.
 */

/** Fewest households of a group that anybody may see. */
export const PUBLIC_MINIMUM = 10

/** Fewest households of a group outside an official's own division. */
export const OUTSIDE_MINIMUM = 5

export type Group = { readonly key: string; readonly count: number }

/**
 * Keys of the groups whose figures are withheld. Whoever knows the whole and this rule is left with at
 * least two unknowns, none of which can be reckoned: so the large group that joins the small ones is
 * the first by key, not the smallest (which would tell its size), and it also joins small ones that are
 * all as large as small ones can be. Where all groups are hidden the whole itself may be too small.
 */
export function hiddenGroups(groups: readonly Group[], minimum: number): ReadonlySet<string> {
  const small = groups.filter(({ count }) => count < minimum)
  const households = total(small)
  const isTold =
    small.length === 1 || households < minimum || households === small.length * (minimum - 1)
  const [joining] = groups.filter(({ count }) => count >= minimum).sort(byKey)
  const hidden = small.length > 0 && isTold && joining ? [...small, joining] : small
  return new Set(hidden.map(({ key }) => key))
}

/** The groups that may be shown, largest first. */
export function shownGroups<G extends Group>(groups: readonly G[], minimum: number): G[] {
  const hidden = hiddenGroups(groups, minimum)
  return groups
    .filter(({ key }) => !hidden.has(key))
    .sort((a, b) => b.count - a.count || byKey(a, b))
}

function byKey(a: Group, b: Group): number {
  return a.key < b.key ? -1 : 1
}

function total(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}
