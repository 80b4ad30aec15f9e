/**
 * The one place where money is rounded. Splits a whole number over weights so that the parts sum
 * to the whole exactly, by the method of largest remainder (Hamilton's).
 */

export type Weighted = { readonly id: string; readonly weight: bigint }

/**
 * Splits `total` (fen, grams: any whole unit, either sign) in proportion to `weights`.
 *
 * Every part is less than one unit from its exact share; ties for the last units go to the lowest
 * id, so the same input always splits the same way, in whatever order it is listed. A negative
 * total gives the mirror image of the positive one, so that a refund undoes its sale part by part.
 *
 * @throws RangeError when an id repeats, a weight is negative, or all weights are zero.
 */
export function largestRemainder(total: bigint, weights: readonly Weighted[]): Map<string, bigint> {
  const sum = weights.reduce((acc, { weight }) => acc + weight, 0n)
  assertSplittable(weights, sum)

  // Split the magnitude and put the sign back last: flooring a negative number rounds away from
  // zero, and a refund would not mirror its sale.
  const sign = total < 0n ? -1n : 1n
  const magnitude = total * sign
  const parts = weights
    .map(({ id, weight }) => ({
      id,
      floor: (magnitude * weight) / sum,
      remainder: (magnitude * weight) % sum,
    }))
    .sort(byRemainderThenId)
  const leftover = magnitude - parts.reduce((acc, { floor }) => acc + floor, 0n)

  return new Map(
    parts.map(({ id, floor }, rank) => [id, sign * (floor + (BigInt(rank) < leftover ? 1n : 0n))]),
  )
}

function assertSplittable(weights: readonly Weighted[], sum: bigint): void {
  if (weights.some(({ weight }) => weight < 0n)) {
    throw new RangeError("largestRemainder: a weight is negative")
  }
  if (sum === 0n) {
    throw new RangeError("largestRemainder: the weights sum to zero, so no part has a share")
  }
  if (new Set(weights.map(({ id }) => id)).size !== weights.length) {
    throw new RangeError("largestRemainder: an id is listed twice; add its weights up first")
  }
}

type Part = { id: string; remainder: bigint }

function byRemainderThenId(a: Part, b: Part): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1
  return a.id < b.id ? -1 : 1
}
