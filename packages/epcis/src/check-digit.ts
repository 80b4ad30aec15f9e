/** GS1's check digit: weights 3, 1, 3 … from the right (GS1 General Specifications, 7.9). */
export function checkDigit(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const weight = (digits.length - i) % 2 === 1 ? 3 : 1
    sum += Number(digits[i]) * weight
  }
  return String((10 - (sum % 10)) % 10)
}

export const withCheckDigit = (digits: string): string => digits + checkDigit(digits)
