/**
 * A share as officials read it: ten thousandths, rounded once, here. Rule: docs/domain.md §9.
 */

/**
 * `numerator ÷ denominator` in basis points, half up; `null` where there is nothing to divide by.
 * @throws RangeError when one is not a whole, safe number
 */
export function basisPoints(numerator: number, denominator: number): number | null {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
    throw new RangeError(`basisPoints: ${numerator} of ${denominator} are not whole numbers`)
  }
  if (denominator <= 0) return null
  return Number(
    floorOf(BigInt(numerator) * 20_000n + BigInt(denominator), 2n * BigInt(denominator)),
  )
}

/** `dividend ÷ divisor` half up, for whole numbers and a divisor above zero; `null` for zero. */
export function wholeQuotient(dividend: number, divisor: number): number | null {
  if (divisor <= 0) return null
  return Number(floorOf(2n * BigInt(dividend) + BigInt(divisor), 2n * BigInt(divisor)))
}

function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend < 0n && dividend % divisor !== 0n ? quotient - 1n : quotient
}
