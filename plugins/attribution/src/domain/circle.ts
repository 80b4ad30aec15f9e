/**
 * Small circle (小循环): sold inside the county of origin. Big circle (大循环): sold outside it.
 * Rule: docs/product.md, glossary; docs/domain.md §9.
 */

export type Circle = "small" | "big"

const COUNTY_DIGITS = 6

/**
 * The circle of a sale. Codes may be longer than a county's (township, village). An unknown
 * destination counts as big: the small circle is a claim, and a claim needs its proof.
 */
export function circleOf(originCode: string, destinationCode: string | null): Circle {
  if (destinationCode === null || destinationCode.length < COUNTY_DIGITS) {
    return "big"
  }
  return countyOf(originCode) === countyOf(destinationCode) ? "small" : "big"
}

function countyOf(code: string): string {
  return code.slice(0, COUNTY_DIGITS)
}
