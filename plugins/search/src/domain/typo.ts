/** How far a Latin or pinyin word may be from what was meant. Short words must be right. */

export type TypoTolerance = {
  isEnabled: boolean
  /** Shortest length, in letters, that may be one edit off. */
  oneTypoLength: number
  /** Shortest length, in letters, that may be two edits off. */
  twoTyposLength: number
}

export const DEFAULT_TYPO_TOLERANCE: TypoTolerance = {
  isEnabled: true,
  oneTypoLength: 5,
  twoTyposLength: 9,
}

/** Edits (insert, delete, replace) forgiven in a word of this length. */
export function editsForgiven(word: string, tolerance: TypoTolerance): 0 | 1 | 2 {
  if (!tolerance.isEnabled || word.length < tolerance.oneTypoLength) return 0
  return word.length < tolerance.twoTyposLength ? 1 : 2
}

/** The word with each two unequal neighbours swapped: `pinggou` → …, `pingguo`, …. */
export function swapNeighbours(word: string): string[] {
  const letters = [...word]
  const swapped: string[] = []
  for (let at = 0; at + 1 < letters.length; at++) {
    if (letters[at] === letters[at + 1]) continue
    const copy = [...letters]
    ;[copy[at], copy[at + 1]] = [letters[at + 1] as string, letters[at] as string]
    swapped.push(copy.join(""))
  }
  return swapped
}
