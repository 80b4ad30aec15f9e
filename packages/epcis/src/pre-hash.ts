import { sorted } from "./code-points.ts"
import { type Namespaces, namespacesWithin, standardNamespaces } from "./context.ts"
import { compareLists, nodesOf, textOf } from "./extensions.ts"
import { eventFields, excludedKeys, type Field } from "./fields.ts"
import { isObject, type Json, type JsonObject, listOf, objectsOf } from "./json.ts"
import { canonicalTime, canonicalValue } from "./values.ts"

/**
 * The pre-hash string of an EPCIS event (CBV 2.0 §8.9, "EPCIS event hash ID"): the event's fields in
 * canonical order, each list sorted, each value in one form, then the ILMD, then the extensions
 * within standard fields, then those of the event itself.
 *
 * @param context the document's `@context`, for an event that has none of its own.
 * @throws RangeError when the event has no type.
 */
export function preHash(event: JsonObject, context?: Json): string {
  const type = event["type"] ?? event["@type"]
  if (typeof type !== "string" || type === "") {
    throw new RangeError('The event has no "type", so its hash is not defined.')
  }
  const outer = namespacesWithin(context, standardNamespaces)
  const namespaces = namespacesWithin(event["@context"], outer)
  return [
    `eventType=${type}`,
    regular(eventFields, event, namespaces),
    ilmd(event["ilmd"], namespaces),
    extensionsWithin(eventFields, event, namespaces),
    direct(eventFields, event, namespaces, (key) => excludedKeys.has(key) || key === "ilmd"),
  ].join("")
}

function ilmd(value: Json | undefined, namespaces: Namespaces): string {
  return objectsOf(value)
    .map((object) => `ilmd${textOf(nodesOf(object, namespaces))}`)
    .join("")
}

/** The standard fields of an object, in their order. */
function regular(fields: readonly Field[], object: JsonObject, namespaces: Namespaces): string {
  return fields.map((field) => regularField(field, object[field.name], namespaces)).join("")
}

function regularField(field: Field, value: Json | undefined, namespaces: Namespaces): string {
  switch (field.kind) {
    case "value":
      return named(
        field.name,
        texts(value, (item) => worded(item, field.prefix, namespaces)),
      )
    case "time":
      return named(field.name, texts(value, canonicalTime))
    case "list": {
      const items = named(
        field.item,
        texts(value, (item) => canonicalValue(item, namespaces)),
      )
      return items === "" ? "" : field.name + items
    }
    case "group":
      return prefixed(field.name, elements(field, value, namespaces)).join("")
    case "elements": {
      const name = field.says.item ? field.item : ""
      const items = prefixed(name, elements(field, value, namespaces)).join("")
      return items === "" ? "" : (field.says.name ? field.name : "") + items
    }
  }
}

type Nested = Extract<Field, { fields: readonly Field[] }>

function elements({ fields, name }: Nested, value: Json | undefined, namespaces: Namespaces) {
  return sorted(
    elementObjects(name, value)
      .map((object) => regular(fields, object, namespaces))
      .filter((text) => text !== ""),
  )
}

/** A place may be written as its identifier alone. */
function elementObjects(name: string, value: Json | undefined): JsonObject[] {
  const isPlace = name === "readPoint" || name === "bizLocation"
  return isPlace && typeof value === "string" ? [{ id: value }] : objectsOf(value)
}

const prefixed = (name: string, items: readonly string[]) => items.map((item) => name + item)

function texts(value: Json | undefined, canonical: (item: Json) => string): string[] {
  return sorted(
    listOf(value)
      .filter((item) => !isObject(item))
      .map(canonical)
      .filter((text) => text !== ""),
  )
}

const named = (name: string, values: readonly string[]) =>
  values.map((value) => `${name}=${value}`).join("")

/** A bare word of a standard vocabulary is the end of its web URI: `shipping`. */
function worded(value: Json, prefix: string | undefined, namespaces: Namespaces): string {
  const isBare = prefix !== undefined && typeof value === "string" && /^\s*\w+\s*$/.test(value)
  return isBare ? prefix + value.trim() : canonicalValue(value, namespaces)
}

/**
 * Extensions inside standard fields. CBV 2.0 collects them behind the ILMD, each behind the names
 * of the fields that hold it.
 */
function extensionsWithin(
  fields: readonly Field[],
  object: JsonObject,
  namespaces: Namespaces,
): string {
  return fields
    .filter((field): field is Nested => "fields" in field)
    .map((field) => {
      const [outside, inside] = namesOf(field)
      const found = inOrder(elementObjects(field.name, object[field.name]), namespaces)
        .map(
          (element) =>
            extensionsWithin(field.fields, element, namespaces) +
            direct(field.fields, element, namespaces),
        )
        .filter((text) => text !== "")
      return found.length === 0 ? "" : outside + prefixed(inside, found).join("")
    })
    .join("")
}

function namesOf(field: Nested): [outside: string, inside: string] {
  if (field.kind === "group") return ["", field.name]
  return [field.says.name ? field.name : "", field.says.item ? field.item : ""]
}

/** Elements in an order of their own, since extensions alone may be the same in two of them. */
function inOrder(objects: readonly JsonObject[], namespaces: Namespaces): JsonObject[] {
  return objects
    .map((object) => ({ object, nodes: nodesOf(object, namespaces) }))
    .sort((a, b) => compareLists(a.nodes, b.nodes))
    .map(({ object }) => object)
}

/** The keys of an object that are no standard fields. */
function direct(
  fields: readonly Field[],
  object: JsonObject,
  namespaces: Namespaces,
  skips: (key: string) => boolean = () => false,
): string {
  const known = new Set(fields.map(({ name }) => name))
  return textOf(nodesOf(object, namespaces, (key) => known.has(key) || skips(key)))
}
