/**
 * How evenly money spread over households, so that an average hides nobody: mean, median, quartiles
 * and the share of the top tenth. All in whole fen. Rule: docs/domain.md §9.
 */

export type Distribution = {
  householdCount: number
  meanFen: number
  lowerQuartileFen: number
  medianFen: number
  upperQuartileFen: number
  /** Share of the richest tenth (at least one household) in everything received; 0 to 10 000. */
  topTenthBasisPoints: number
}

/**
 * Describes `amountsFen`, one amount per household that something reached, among `householdCount`
 * households in all: those that nothing reached count with zero.
 *
 * Quartiles are by nearest rank; mean and the median of an even count round half up. A household
 * whose month is below zero (an earlier sale was refunded) received nothing in the tenth's share.
 *
 * @throws RangeError when there are more amounts than households, or an amount is not whole fen.
 */
export function distributionOf(
  amountsFen: readonly number[],
  householdCount: number = amountsFen.length,
): Distribution {
  assertAmounts(amountsFen, householdCount)
  const sorted = padWithZeros(amountsFen, householdCount).sort((a, b) => a - b)
  if (sorted.length === 0) {
    return EMPTY
  }
  return {
    householdCount,
    meanFen: roundedQuotient(total(sorted), BigInt(sorted.length)),
    lowerQuartileFen: nearestRank(sorted, 1, 4),
    medianFen: median(sorted),
    upperQuartileFen: nearestRank(sorted, 3, 4),
    topTenthBasisPoints: topTenth(sorted),
  }
}

const EMPTY: Distribution = {
  householdCount: 0,
  meanFen: 0,
  lowerQuartileFen: 0,
  medianFen: 0,
  upperQuartileFen: 0,
  topTenthBasisPoints: 0,
}

function assertAmounts(amountsFen: readonly number[], householdCount: number): void {
  if (amountsFen.length > householdCount) {
    throw new RangeError(
      `distributionOf: ${amountsFen.length} amounts for ${householdCount} households`,
    )
  }
  if (!amountsFen.every(Number.isSafeInteger)) {
    throw new RangeError("distributionOf: an amount is not a whole, safe number of fen")
  }
}

function padWithZeros(amountsFen: readonly number[], length: number): number[] {
  return [...amountsFen, ...new Array<number>(length - amountsFen.length).fill(0)]
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  if (!Number.isInteger(middle)) {
    return sorted[Math.floor(middle)] ?? 0
  }
  return roundedQuotient(BigInt(sorted[middle - 1] ?? 0) + BigInt(sorted[middle] ?? 0), 2n)
}

/** Smallest amount that at least `numerator/denominator` of the households do not exceed. */
function nearestRank(sorted: readonly number[], numerator: number, denominator: number): number {
  return sorted[Math.ceil((sorted.length * numerator) / denominator) - 1] ?? 0
}

function topTenth(sorted: readonly number[]): number {
  const received = sorted.map((fen) => Math.max(0, fen))
  const everything = total(received)
  if (everything === 0n) {
    return 0
  }
  const richest = received.slice(-Math.ceil(received.length / 10))
  return roundedQuotient(total(richest) * 10_000n, everything)
}

function total(amounts: readonly number[]): bigint {
  return amounts.reduce((sum, fen) => sum + BigInt(fen), 0n)
}

/** `dividend / divisor` for a positive divisor, half up (towards the larger number). */
function roundedQuotient(dividend: bigint, divisor: bigint): number {
  const doubled = 2n * dividend + divisor
  const quotient = doubled / (2n * divisor)
  const isBelowQuotient = doubled < 0n && doubled % (2n * divisor) !== 0n
  return Number(isBelowQuotient ? quotient - 1n : quotient)
}
