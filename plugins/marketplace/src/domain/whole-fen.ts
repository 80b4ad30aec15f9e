/** Money goes down to the fen. Rule: docs/domain.md §7 (integer fen). */

/** A binary number of yuan is rarely whole fen to the last bit; beyond this it means a fraction. */
const ROUNDING_FEN = 1e-6

/** Whether an amount in yuan, as JSON carried it, is whole fen. */
export function isWholeFen(yuan: number): boolean {
  const fen = yuan * 100
  return Math.abs(fen - Math.round(fen)) < ROUNDING_FEN
}
