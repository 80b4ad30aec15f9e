import { isObject, type Json, type JsonObject } from "./json.ts"

export type EventInContext = { event: JsonObject; context: Json | undefined }

/**
 * The events of an EPCIS 2.0 JSON-LD document, in document order: an EPCISDocument, an
 * EPCISQueryDocument, one event, an object with an `eventList`, or a bare list of events.
 *
 * @throws RangeError that says what is wrong with the document.
 */
export function eventsOf(document: Json): EventInContext[] {
  const { list, context } = eventList(document)
  return list.map((event, i) => {
    if (!isObject(event)) throw new RangeError(`Event ${i + 1} is not an object.`)
    if (typeof (event["type"] ?? event["@type"]) !== "string") {
      throw new RangeError(`Event ${i + 1} has no "type".`)
    }
    return { event, context }
  })
}

function eventList(document: Json): { list: Json[]; context: Json | undefined } {
  if (Array.isArray(document)) return { list: document, context: undefined }
  if (!isObject(document)) throw new RangeError("The document is neither an object nor a list.")
  const context = document["@context"]
  const list = listWithin(document)
  if (list !== undefined) return { list, context }
  const type = document["type"] ?? document["@type"]
  if (typeof type === "string" && type.endsWith("Event")) return { list: [document], context }
  throw new RangeError(
    "The document holds no events: neither epcisBody.eventList, nor query results, nor an event.",
  )
}

function listWithin(document: JsonObject): Json[] | undefined {
  const body = document["epcisBody"]
  for (const holder of [body, resultsBody(body), resultsBody(document), document]) {
    if (!isObject(holder)) continue
    const list = holder["eventList"]
    if (Array.isArray(list)) return list
    if (isObject(list)) return [list]
    if (isObject(holder["event"])) return [holder["event"]]
  }
  return undefined
}

function resultsBody(body: Json | undefined): Json | undefined {
  const results = isObject(body) ? body["queryResults"] : undefined
  return isObject(results) ? results["resultsBody"] : undefined
}
