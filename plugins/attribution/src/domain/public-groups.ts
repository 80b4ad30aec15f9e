/**
 * Which groups of households may stand by themselves in public. Fewer than ten could be told apart
 * by a neighbour, also by subtracting what is shown from the whole. Rule: docs/domain.md §10.
 */

export const PUBLIC_MINIMUM = 10

export type Group = { readonly key: string; readonly count: number }

/**
 * The groups that may be shown, largest first, and how many households the others have together.
 * When the others are fewer than the minimum, the smallest shown group joins them.
 */
export function publicGroups(groups: readonly Group[]): { shown: Group[]; mergedCount: number } {
  const sorted = [...groups].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  const large = sorted.filter(({ count }) => count >= PUBLIC_MINIMUM)
  const hidden = total(sorted) - total(large)
  const shown = hidden > 0 && hidden < PUBLIC_MINIMUM ? large.slice(0, -1) : large
  return { shown, mergedCount: total(sorted) - total(shown) }
}

function total(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}
