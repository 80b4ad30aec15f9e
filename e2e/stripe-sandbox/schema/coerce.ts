/** Form values are strings; the schema says which of them are numbers, booleans or lists. */
import type { Form, FormValue } from "../http/form.ts"

export interface Schema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
}

type Definitions = Record<string, Schema>

/** Returns the value with the types that the schema asks for; what doesn't fit stays as it is. */
export function coerce(value: FormValue, schema: Schema, definitions: Definitions): unknown {
  const resolved = resolve(schema, definitions)
  if (resolved.anyOf) return coerceUnion(value, resolved.anyOf, definitions)
  if (typeof value === "string") return coerceScalar(value, resolved)
  if (resolved.type === "array") return coerceList(value, resolved, definitions)
  return coerceHash(value, resolved, definitions)
}

function resolve(schema: Schema, definitions: Definitions): Schema {
  const name = schema.$ref?.replace("#/$defs/", "")
  return name === undefined ? schema : (definitions[name] ?? schema)
}

const scalars: Record<string, (value: string) => unknown> = {
  integer: (value) => (/^-?\d{1,15}$/.test(value) ? Number(value) : undefined),
  number: (value) => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined),
  boolean: (value) => (value === "true" || value === "false" ? value === "true" : undefined),
}

function coerceScalar(value: string, schema: Schema): unknown {
  if (typeof schema.type !== "string") return value
  return scalars[schema.type]?.(value) ?? value
}

function coerceList(value: Form, schema: Schema, definitions: Definitions): unknown {
  const keys = Object.keys(value)
  if (!keys.every((key) => /^\d+$/.test(key))) return { ...value }
  const items = schema.items ?? {}
  return keys
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => coerce(value[key] ?? "", items, definitions))
}

function coerceHash(value: Form, schema: Schema, definitions: Definitions): unknown {
  const rest = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {}
  const entries = Object.entries(value).map(([key, child]) => {
    const property = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : rest
    return [key, coerce(child, property ?? {}, definitions)] as const
  })
  return Object.fromEntries(entries)
}

/** Takes the branch that the value fits best; a list or hash never becomes a scalar. */
function coerceUnion(value: FormValue, branches: Schema[], definitions: Definitions): unknown {
  const resolved = branches.map((branch) => resolve(branch, definitions))
  if (typeof value !== "string") {
    const composite = resolved.find((branch) => branch.type === "array" || branch.type === "object")
    return composite ? coerce(value, composite, definitions) : { ...value }
  }
  const isListed = resolved.some((b) => b.const === value || b.enum?.includes(value))
  if (isListed) return value
  for (const branch of resolved) {
    const typed = coerceScalar(value, branch)
    if (typeof typed !== "string") return typed
  }
  return value
}
