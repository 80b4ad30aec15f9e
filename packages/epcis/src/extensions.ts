import { compareCodePoints, sorted } from "./code-points.ts"
import { expandKey, type Namespaces, namespacesWithin } from "./context.ts"
import { isObject, type Json, type JsonObject } from "./json.ts"
import { remarks } from "./fields.ts"
import { canonicalValue } from "./values.ts"

/** A name with a value, with names below it, or both: what user extensions and ILMD consist of. */
export type Node = { name: string; text: string; children: readonly Node[] }

const TEXT = "#text"

/** The nodes below an object, a list giving one node per item; sorted, whatever order they came in. */
export function nodesOf(
  object: JsonObject,
  outer: Namespaces,
  skips: (key: string) => boolean = () => false,
): Node[] {
  const namespaces = namespacesWithin(object["@context"], outer)
  return Object.entries(object)
    .filter(([key]) => key !== "@context" && key !== TEXT && !skips(key))
    .map(([key, value]) => ({ name: expandKey(key, namespaces), value }))
    .filter(({ name }) => !remarks.has(name))
    .flatMap(({ name, value }) => nodesNamed(name, value, namespaces))
    .sort(compareNodes)
}

function nodesNamed(name: string, value: Json, namespaces: Namespaces): Node[] {
  if (value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => nodesNamed(name, item, namespaces))
  if (isObject(value)) {
    const text = canonicalValue(value[TEXT], namespaces)
    return [{ name, text, children: nodesOf(value, namespaces) }]
  }
  return [{ name, text: canonicalValue(value, namespaces), children: [] }]
}

/** Orders nodes by name, value and what is below them. */
export function compareNodes(a: Node, b: Node): number {
  return (
    compareCodePoints(a.name, b.name) ||
    compareCodePoints(a.text, b.text) ||
    compareLists(a.children, b.children)
  )
}

export function compareLists(a: readonly Node[], b: readonly Node[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareNodes(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** The nodes as text: `{namespace}name=value`, each with its children, sorted as text. */
export function textOf(nodes: readonly Node[]): string {
  return sorted(nodes.map((node) => node.name + assigned(node.text) + textOf(node.children))).join(
    "",
  )
}

const assigned = (text: string) => (text === "" ? "" : `=${text}`)
