import { ancestorsOf } from "./divisions"

export type ImportLock = { division: string; isExclusive: boolean }

/**
 * What an import of a division holds while it writes: the division alone, its ancestors together
 * with others. So two counties import side by side, and a prefecture waits for its counties. From
 * the province down, in the same order for everybody, so that nobody waits in a circle.
 */
export function importLocks(division: string): ImportLock[] {
  const ancestors = ancestorsOf(division).reverse()
  return [
    ...ancestors.map((code) => ({ division: code, isExclusive: false })),
    { division, isExclusive: true },
  ]
}
