import { sha256, withCheckDigit } from "@shangxing/epcis"

/**
 * GS1 numbers for what has none of its own: goods in bulk, cases, organisations. All bear GS1's
 * documentation prefix 9521234, so none can be a real one; a licensed prefix replaces it one day.
 */

const PREFIX = "9521234"
/** Indicator digit 9: a trade item of variable measure, which goods weighed in bulk are. */
const VARIABLE_MEASURE = "9"

/** GTIN-14 of a seller's goods of one kind in bulk, as harvested or as a lot. */
export function bulkGtin(sellerId: string, productKind: string, form: "harvest" | "lot"): string {
  const reference = digitsOf(`${sellerId}/${productKind}/${form}`, 5)
  return withCheckDigit(VARIABLE_MEASURE + PREFIX + reference)
}

/** GTIN-14 of goods of one kind of which nobody knows where they come from. */
export function unknownGtin(productKind: string): string {
  return withCheckDigit(VARIABLE_MEASURE + PREFIX + digitsOf(`unknown/${productKind}`, 5))
}

/** GLN-13 of an organisation. */
export function demoGln(sellerId: string): string {
  return withCheckDigit(PREFIX + digitsOf(`organisation/${sellerId}`, 5))
}

/** SSCC-18 of the cases of one packing. */
export function demoSscc(act: string): string {
  return withCheckDigit(`0${PREFIX}${digitsOf(`case/${act}`, 9)}`)
}

/** The same digits for the same text. */
function digitsOf(text: string, length: number): string {
  const number = Number.parseInt(sha256(text).slice(0, 12), 16) % 10 ** length
  return String(number).padStart(length, "0")
}
