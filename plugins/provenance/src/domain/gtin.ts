/** GTIN-14 with its check digit (source: GS1 General Specifications, section 7.9). */

/** GS1's prefix for documentation: such a number can never be a real product's. */
const DEMO_PREFIX = "09521234"

/** The check digit of `digits`: weights 3, 1, 3 … from the right, up to the next ten. */
export function checkDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError(`checkDigit: "${digits}" is not digits only`)
  const sum = [...digits]
    .reverse()
    .reduce((acc, digit, i) => acc + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** Whether `text` is a GTIN-14 whose check digit is right. */
export function isGtin(text: string): boolean {
  return /^\d{14}$/.test(text) && checkDigit(text.slice(0, 13)) === text[13]
}

/** The `n`-th demonstration GTIN-14, 0 ≤ n < 100 000. @throws RangeError beyond. */
export function demoGtin(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99_999) {
    throw new RangeError(`demoGtin: ${n} is not a whole number from 0 to 99999`)
  }
  const digits = DEMO_PREFIX + String(n).padStart(5, "0")
  return digits + checkDigit(digits)
}
