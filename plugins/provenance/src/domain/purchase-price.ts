/**
 * What households are paid. Prices are fen per kg and weights grams, so an amount is rounded once,
 * half up, to whole fen.
 */

const GRAMS_PER_KG = 1000n

/** What a delivery of `netGrams` earns at `fenPerKg`, in fen. */
export function deliveryAmountFen(netGrams: bigint, fenPerKg: bigint): bigint {
  return divideHalfUp(netGrams * fenPerKg, GRAMS_PER_KG)
}

export type Purchase = { readonly grams: bigint; readonly amountFen: bigint }

/**
 * What was paid per kg of attributed goods, in fen, when `purchases` became a lot that keeps
 * `outputGrams` of every `inputGrams`; `null` when nothing was bought.
 *
 * A kilogram lost in sorting or drying was paid for all the same, so the price per kg that is
 * left is higher by the loss.
 */
export function purchaseFenPerKg(
  purchases: readonly Purchase[],
  inputGrams: bigint,
  outputGrams: bigint,
): bigint | null {
  const bought = purchases.reduce((sum, { grams }) => sum + grams, 0n)
  if (bought === 0n || outputGrams === 0n) return null
  const paid = purchases.reduce((sum, { amountFen }) => sum + amountFen, 0n)
  return divideHalfUp(paid * GRAMS_PER_KG * inputGrams, bought * outputGrams)
}

/** @throws RangeError for a negative amount: half up is only half up above zero. */
function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n || divisor <= 0n) throw new RangeError("divideHalfUp: a weight or price < 0")
  return (2n * dividend + divisor) / (2n * divisor)
}
