import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

/**
 * The airlock between Medusa's money (yuan, `BigNumber`, may carry fractions of a fen after
 * discounts) and ours (whole fen). Rounding happens in `round`, half up, and nowhere else here.
 */

const FEN_DIGITS = 2
/** Medusa keeps up to 20 significant digits; 12 decimals hold any percentage off any price. */
const EXACT_DIGITS = 12
const HALF_UP = 4 // bignumber.js ROUND_HALF_UP

/**
 * A Medusa amount (yuan) as whole fen.
 *
 * @throws MedusaError UNEXPECTED_STATE when it does not fit into a safe integer.
 */
export function toFen(amount: BigNumberInput): number {
  const fen = Number(round(amount, FEN_DIGITS))
  if (!Number.isSafeInteger(fen)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `An amount of ${fen} fen is too large to be exact. Check the order's totals.`,
      "amount_unsafe",
    )
  }
  return fen
}

/** A Medusa amount as a whole multiple of 10⁻¹² yuan: a weight for exact division, not money. */
export function toExact(amount: BigNumberInput): bigint {
  return round(amount, EXACT_DIGITS)
}

/** Whole fen as Medusa's major units (yuan); exact, because two decimals are. */
export function toYuan(fen: number): number {
  return MathBN.div(fen, 10 ** FEN_DIGITS).toNumber()
}

function round(amount: BigNumberInput, digits: number): bigint {
  // Medusa's arithmetic takes a missing amount for zero; a total that Query was not asked for
  // must not pass as one.
  if (amount === undefined || amount === null) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "An amount is missing. Ask Query for it by name, totals included.",
      "amount_missing",
    )
  }
  return BigInt(MathBN.mult(amount, 10 ** digits).toFixed(0, HALF_UP))
}
