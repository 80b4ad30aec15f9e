/**
 * The generator's schemas say what TypeScript can say; two things the API says more strictly:
 * an enum is closed (the SDK's `OtherString` only prepares readers for new values), and an
 * amount, count or time is an integer.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Returns the schema with open enums closed and `number` replaced by `integer`. */
export function tighten(schema: unknown): Record<string, Json> {
  return visit(schema as Json, "") as Record<string, Json>
}

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isBareString = (value: Json) =>
  isObject(value) && value.type === "string" && Object.keys(value).length === 1

const isEnumOfStrings = (value: Json) =>
  isObject(value) && value.type === "string" && Array.isArray(value.enum)

function visit(node: Json, name: string): Json {
  if (Array.isArray(node)) return node.map((item) => visit(item, name))
  if (!isObject(node)) return node
  const out: Record<string, Json> = {}
  for (const [key, value] of Object.entries(node)) out[key] = visit(value, key)
  if (Array.isArray(out.anyOf)) return closeEnum(out, out.anyOf)
  // Shares of a company are the only fractions in these types.
  if (out.type === "number" && name !== "percent_ownership") out.type = "integer"
  return out
}

function closeEnum(node: Record<string, Json>, branches: Json[]): Json {
  if (!branches.some(isEnumOfStrings)) return node
  const closed = branches.filter((branch) => !isBareString(branch))
  return closed.length === 1 ? (closed[0] ?? node) : { ...node, anyOf: closed }
}
