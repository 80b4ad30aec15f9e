/**
 * The steps into which households are sorted by what they received: a hundred yuan each for up to a
 * month, wider for longer periods, so that a year's chart has as many bars. Rule: docs/domain.md §9.
 */

const STEPS = 20
const YUAN = 100

/**
 * Lower edges in fen, ascending: 0 (nothing at all), 1 (anything below the first step), then the
 * steps. The last one is open.
 */
export function receiptEdges(dayCount: number): number[] {
  const width = (dayCount <= 31 ? 100 : dayCount <= 92 ? 200 : 1000) * YUAN
  return [0, 1, ...Array.from({ length: STEPS }, (_, i) => (i + 1) * width)]
}
