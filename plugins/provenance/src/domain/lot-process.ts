/**
 * What a process may yield: declared before it is used, in basis points of what goes in. Cleaning
 * and sorting only lose; a drink may gain water, up to double. (rule: docs/domain §4, mass balance)
 */

export const MOST_YIELD_BASIS_POINTS = 20_000
const NOTHING_LOST = 10_000

/** Refuses a declaration without a name or with a yield that no process has. */
export function processRefusal(process: {
  readonly name: string
  readonly maxYieldBasisPoints: number
}): "process_invalid" | null {
  const { name, maxYieldBasisPoints } = process
  const isYield =
    Number.isSafeInteger(maxYieldBasisPoints) &&
    maxYieldBasisPoints >= 1 &&
    maxYieldBasisPoints <= MOST_YIELD_BASIS_POINTS
  return name.trim() !== "" && isYield ? null : "process_invalid"
}

/** The yield that binds a lot: its process's, or, without a process, no gram more than went in. */
export function bindingYield(process: { readonly maxYieldBasisPoints: number } | null): number {
  return process?.maxYieldBasisPoints ?? NOTHING_LOST
}
