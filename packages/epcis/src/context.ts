import { isObject, type Json, objectsOf } from "./json.ts"

/**
 * What a document's `@context` says about prefixes: only as much of JSON-LD as decides names in a
 * pre-hash string. The EPCIS context itself, named by its URL, is not fetched: its own prefixes are
 * known here.
 */
export type Namespaces = ReadonlyMap<string, string>

const VOCABULARY = "@vocab"
const GS1 = "https://ref.gs1.org/voc/"

export const standardNamespaces: Namespaces = new Map([
  ["gs1", GS1],
  ["cbv", "https://ref.gs1.org/cbv/"],
  ["epcis", "https://ref.gs1.org/epcis/"],
  // Without a colon at the end, as the XML namespace is written and the public vectors have it.
  ["cbvmda", "urn:epcglobal:cbv:mda"],
])

/** The namespaces in force below a `@context`, given as a URL, an object, or a list of both. */
export function namespacesWithin(context: Json | undefined, outer: Namespaces): Namespaces {
  const entries = objectsOf(context).flatMap((entry) => Object.entries(entry))
  if (entries.length === 0) return outer
  const namespaces = new Map(outer)
  for (const [term, definition] of entries) {
    const iri = iriOf(definition)
    if (iri !== null) namespaces.set(term, expandPrefix(iri, namespaces))
  }
  // CBV binds this prefix, whatever an older document binds it to.
  namespaces.set("gs1", GS1)
  return namespaces
}

function iriOf(definition: Json): string | null {
  const iri = isObject(definition) ? definition["@id"] : definition
  return typeof iri === "string" && !iri.startsWith("@") ? iri : null
}

function expandPrefix(iri: string, namespaces: Namespaces): string {
  const [prefix, rest] = splitPrefix(iri)
  const namespace = prefix === null ? undefined : namespaces.get(prefix)
  return namespace === undefined ? iri : namespace + rest
}

function splitPrefix(text: string): [string | null, string] {
  const colon = text.indexOf(":")
  return colon <= 0 ? [null, text] : [text.slice(0, colon), text.slice(colon + 1)]
}

/** A key as the pre-hash string has it: `{https://ns.example.com/epcis/}myField`. */
export function expandKey(key: string, namespaces: Namespaces): string {
  if (key.startsWith("@")) return key
  const [prefix, local] = splitPrefix(key)
  if (prefix === null) return expandTerm(key, namespaces)
  const namespace = namespaces.get(prefix)
  if (namespace !== undefined && !local.startsWith("//")) return `{${namespace}}${local}`
  return local.startsWith("//") ? braced(key) : key
}

function expandTerm(term: string, namespaces: Namespaces): string {
  const iri = namespaces.get(term)
  if (iri !== undefined) return braced(iri)
  const vocabulary = namespaces.get(VOCABULARY)
  return vocabulary === undefined ? term : `{${vocabulary}}${term}`
}

/** An IRI parted after its last `/` or `#`. */
function braced(iri: string): string {
  const end = Math.max(iri.lastIndexOf("/"), iri.lastIndexOf("#")) + 1
  return end === 0 ? iri : `{${iri.slice(0, end)}}${iri.slice(end)}`
}

/** Expands compact URIs of GS1's own vocabularies in values; others stay as they are written. */
export function expandValue(text: string, namespaces: Namespaces): string {
  const [prefix, rest] = splitPrefix(text)
  const namespace = prefix === null ? undefined : namespaces.get(prefix)
  const isGs1 = namespace !== undefined && /^https:\/\/(ref\.)?gs1\.org/.test(namespace)
  return isGs1 && !rest.startsWith("//") ? namespace + rest : text
}
