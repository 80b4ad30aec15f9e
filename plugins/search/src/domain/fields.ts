/** Reads the values that filters, facets and sorting compare, out of a plain document. */

export type Scalar = string | number | boolean
export type FieldKind = "text" | "number" | "boolean" | "date"
/** Dotted path → how its values compare. */
export type FieldKinds = ReadonlyMap<string, FieldKind>
export type PlainDocument = Record<string, unknown>

/** Every value at a dotted path, walking through arrays; absent and null values are left out. */
export function readValues(document: PlainDocument, path: string): unknown[] {
  let found: unknown[] = [document]
  for (const segment of path.split(".")) {
    found = found
      .flat(Infinity)
      .map((value) => (isRecord(value) ? value[segment] : undefined))
      .filter((value) => value !== undefined && value !== null)
  }
  return found.flat(Infinity).filter((value) => value !== undefined && value !== null)
}

/** A value in its comparable form: a date becomes milliseconds; `null` when it cannot be cast. */
export function castValue(value: unknown, kind: FieldKind): Scalar | null {
  if (value === null || value === undefined) return null
  if (kind === "boolean") return value === true || value === "true"
  if (kind === "text") return plainString(value)
  const number = kind === "date" ? toTime(value) : Number(value)
  return Number.isNaN(number) ? null : number
}

/** The comparable values of one field of a document. */
export function readScalars(document: PlainDocument, path: string, kind: FieldKind): Scalar[] {
  return readValues(document, path)
    .map((value) => castValue(value, kind))
    .filter((value) => value !== null)
}

export function isRecord(value: unknown): value is PlainDocument {
  return typeof value === "object" && value !== null && !(value instanceof Date)
}

function plainString(value: unknown): string {
  if (typeof value === "string") return value
  if (value instanceof Date) return value.toISOString()
  return isRecord(value) ? JSON.stringify(value) : String(value)
}

function toTime(value: unknown): number {
  if (value instanceof Date) return value.getTime()
  return typeof value === "number" ? value : Date.parse(plainString(value))
}
