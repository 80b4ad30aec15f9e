/**
 * A part of a line as the rule of shares gives it before rounding: goods × grams of the lot ÷ grams
 * of the line × share of the lot. An entry differs from it by less than one fen for each of the two
 * roundings (lots, then households). Shown so that a reader can work it out again.
 * Rule: docs/domain.md §7.1.
 */

export type ExactShare = {
  /** Whole fen, towards zero. */
  wholeFen: number
  /** What is left, below one fen, as a decimal with six places cut off: `0.873015`. */
  remainder: string
}

export type Ground = {
  /** Integer fen, either sign. */
  goodsFen: number
  lotGrams: number
  lineGrams: number
  /** The household's share of the lot, decimal strings. */
  numerator: string
  denominator: string
}

const MILLION = 1_000_000n

/** @returns `null` where there is nothing to divide by. @throws RangeError for fen that are not whole. */
export function exactShare(ground: Ground): ExactShare | null {
  if (!Number.isSafeInteger(ground.goodsFen)) {
    throw new RangeError(`exactShare: ${ground.goodsFen} is not a whole number of fen`)
  }
  const divisor = BigInt(ground.lineGrams) * BigInt(ground.denominator)
  if (divisor === 0n) return null
  const size = BigInt(Math.abs(ground.goodsFen))
  const dividend = size * BigInt(ground.lotGrams) * BigInt(ground.numerator)
  const whole = Number(dividend / divisor)
  const millionths = ((dividend % divisor) * MILLION) / divisor
  return {
    wholeFen: ground.goodsFen < 0 && whole !== 0 ? -whole : whole,
    remainder: `0.${String(millionths).padStart(6, "0")}`,
  }
}
