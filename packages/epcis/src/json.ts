/** JSON as it comes from a file, and what the canonicalisation needs to ask of it. */

export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** JSON-LD lets one value stand for a list of one. An absent or null value is an empty list. */
export function listOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.filter((item) => item !== null) : [value]
}

export const objectsOf = (value: Json | undefined): JsonObject[] => listOf(value).filter(isObject)

/** Node gives a reviver the number's own digits; TypeScript's library does not know it yet. */
type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context?: { source?: string },
) => unknown

/**
 * Parses JSON without rounding: a whole number beyond 2^53 is kept as the text of its digits.
 * @throws SyntaxError for what is not JSON.
 */
export function parseJson(text: string): Json {
  const keepDigits: Reviver = (_key, value, context) =>
    typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)
      ? (context?.source ?? value)
      : value
  // A byte order mark is no part of the JSON, but editors leave one.
  return JSON.parse(text.replace(/^\uFEFF/, ""), keepDigits) as Json
}
