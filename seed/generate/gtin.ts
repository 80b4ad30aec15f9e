/**
 * GTIN-14 of the demonstration. 09521234 is GS1's prefix for documentation, so none of them can be
 * a real product's number (source: GS1 General Specifications, section 7.9).
 */
const DEMO_PREFIX = "09521234"

/** @throws RangeError unless 0 ≤ n < 100 000. */
export function demoGtin(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99_999) {
    throw new RangeError(`demoGtin: ${n} is not a whole number from 0 to 99999`)
  }
  const digits = DEMO_PREFIX + String(n).padStart(5, "0")
  return digits + checkDigit(digits)
}

/** Weights 3, 1, 3 … from the right, up to the next ten. */
export function checkDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((acc, digit, i) => acc + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
