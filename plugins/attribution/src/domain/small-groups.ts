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
 * Keys of the groups whose figures are withheld. Whoever knows the whole is left with at least two
 * unknowns; where all groups are hidden the whole itself may be too small to be shown.
 */
export function hiddenGroups(groups: readonly Group[], minimum: number): ReadonlySet<string> {
  const smallestFirst = [...groups].sort(bySize)
  const small = smallestFirst.filter(({ count }) => count < minimum).length
  const isTooFew = (size: number) => size === 1 || total(smallestFirst.slice(0, size)) < minimum
  let size = small
  while (size > 0 && size < smallestFirst.length && isTooFew(size)) size += 1
  return new Set(smallestFirst.slice(0, size).map(({ key }) => key))
}

/** The groups that may be shown, largest first. */
export function shownGroups<G extends Group>(groups: readonly G[], minimum: number): G[] {
  const hidden = hiddenGroups(groups, minimum)
  return groups.filter(({ key }) => !hidden.has(key)).sort((a, b) => -bySize(a, b))
}

function bySize(a: Group, b: Group): number {
  // Of groups of one size the earlier key is shown first, and hidden last.
  return a.count - b.count || (a.key < b.key ? 1 : -1)
}

function total(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}
