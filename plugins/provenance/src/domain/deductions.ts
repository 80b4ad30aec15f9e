/**
 * What is taken off a delivery's price in money, each with its name (an advance, bags), so that the
 * receipt explains every fen. Whole fen. (rule: docs/domain §4, deliveries)
 */

export type Deduction = { readonly label: string; readonly amountFen: number }

export type DeductionRefusal = "deduction_invalid" | "deductions_over"

/** The first reason against the deductions; they may take all of the price, and not a fen more. */
export function deductionRefusal(
  amountFen: number,
  deductions: readonly Deduction[],
): DeductionRefusal | null {
  const isSound = deductions.every(
    ({ label, amountFen: fen }) => label.trim() !== "" && Number.isSafeInteger(fen) && fen > 0,
  )
  if (!isSound) return "deduction_invalid"
  return deductedFen(deductions) > amountFen ? "deductions_over" : null
}

/** All deductions together, in fen. */
export function deductedFen(deductions: readonly Deduction[]): number {
  return deductions.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
