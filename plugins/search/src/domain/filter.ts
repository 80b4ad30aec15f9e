/**
 * Decides whether a document passes a Search Module filter tree. On an array field an operator
 * holds when any element passes. Invariant: `$not` is exactly the complement.
 */
import {
  castValue,
  isRecord,
  readScalars,
  type FieldKind,
  type FieldKinds,
  type PlainDocument,
  type Scalar,
} from "./fields"

export type Filters = Record<string, unknown>

type Comparison = (values: Scalar[], operand: unknown, kind: FieldKind) => boolean

const OPERATORS: Record<string, Comparison> = {
  $eq: (values, operand, kind) => isOneOf(values, [operand], kind),
  $ne: (values, operand, kind) => !isOneOf(values, [operand], kind),
  $in: (values, operand, kind) => isOneOf(values, toList(operand), kind),
  $nin: (values, operand, kind) => !isOneOf(values, toList(operand), kind),
  $lt: (values, operand, kind) => compares(values, operand, kind, (order) => order < 0),
  $lte: (values, operand, kind) => compares(values, operand, kind, (order) => order <= 0),
  $gt: (values, operand, kind) => compares(values, operand, kind, (order) => order > 0),
  $gte: (values, operand, kind) => compares(values, operand, kind, (order) => order >= 0),
  $exists: (values, operand) => values.length > 0 === (operand !== false),
  $contains: (values, operand, kind) =>
    toList(operand).every((wanted) => isOneOf(values, [wanted], kind)),
  $overlaps: (values, operand, kind) => isOneOf(values, toList(operand), kind),
  $prefix: (values, operand) => values.some((value) => String(value).startsWith(String(operand))),
  $like: (values, operand) => values.some((value) => String(value).includes(String(operand))),
}

/**
 * Whether the document passes every predicate of the tree.
 * @throws RangeError on an operator or field that `findFilterFault` would have named.
 */
export function passesFilters(
  document: PlainDocument,
  filters: Filters,
  kinds: FieldKinds,
): boolean {
  return Object.entries(filters).every(([key, value]) => {
    if (value === undefined || key === "q") return true
    if (key === "$and") return asBranches(value).every((f) => passesFilters(document, f, kinds))
    if (key === "$or") return passesAny(document, asBranches(value), kinds)
    if (key === "$not") return !passesFilters(document, value as Filters, kinds)
    return passesPredicate(document, key, value, kinds)
  })
}

/** The first unknown field or operator of the tree, in words; `null` when there is none. */
export function findFilterFault(filters: Filters, kinds: FieldKinds): string | null {
  for (const [key, value] of Object.entries(filters)) {
    if (value === undefined || key === "q") continue
    const fault = isLogical(key)
      ? firstFault(key === "$not" ? [value] : value, kinds)
      : predicateFault(key, value, kinds)
    if (fault) return fault
  }
  return null
}

function firstFault(branches: unknown, kinds: FieldKinds): string | null {
  if (!Array.isArray(branches)) return "a logical operator takes a list of filters"
  for (const branch of branches) {
    if (!isRecord(branch)) return "a logical operator takes filters"
    const fault = findFilterFault(branch, kinds)
    if (fault) return fault
  }
  return null
}

function predicateFault(path: string, value: unknown, kinds: FieldKinds): string | null {
  if (!kinds.has(path)) return `field "${path}" is not in the index`
  if (!isOperatorMap(value)) return null
  const unknown = Object.keys(value).find((operator) => !Object.hasOwn(OPERATORS, operator))
  return unknown ? `operator "${unknown}" on "${path}" is unknown` : null
}

function passesAny(document: PlainDocument, branches: Filters[], kinds: FieldKinds): boolean {
  return branches.length === 0 || branches.some((f) => passesFilters(document, f, kinds))
}

function passesPredicate(
  document: PlainDocument,
  path: string,
  predicate: unknown,
  kinds: FieldKinds,
): boolean {
  const kind = kinds.get(path)
  if (!kind) throw new RangeError(`filter field "${path}" is not in the index`)
  const values = readScalars(document, path, kind)
  if (!isOperatorMap(predicate)) return isOneOf(values, toList(predicate), kind)
  return Object.entries(predicate).every(([operator, operand]) => {
    if (operand === undefined) return true
    const compare = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined
    if (!compare) throw new RangeError(`filter operator "${operator}" is unknown`)
    return compare(values, operand, kind)
  })
}

/** `null` asks for absence, because an index keeps no nulls. */
function isOneOf(values: Scalar[], wanted: unknown[], kind: FieldKind): boolean {
  return wanted.some((candidate) => {
    const cast = castValue(candidate, kind)
    return cast === null ? candidate === null && values.length === 0 : values.includes(cast)
  })
}

function compares(
  values: Scalar[],
  operand: unknown,
  kind: FieldKind,
  holds: (order: number) => boolean,
): boolean {
  const bound = castValue(operand, kind)
  if (bound === null) return false
  return values.some((value) => holds(value === bound ? 0 : value < bound ? -1 : 1))
}

function isLogical(key: string): boolean {
  return key === "$and" || key === "$or" || key === "$not"
}

function isOperatorMap(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && !Array.isArray(value)
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function asBranches(value: unknown): Filters[] {
  return toList(value) as Filters[]
}
