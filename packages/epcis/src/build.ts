import { eventHash } from "./event-hash.ts"
import type { Json, JsonObject } from "./json.ts"

/** EPCIS 2.0 events and documents in JSON-LD, as this platform writes them. */

/** Under the reserved `.example`: the vocabulary is the platform's own and is not published. */
export const SHANGXING_NAMESPACE = "https://shangxing.example/epcis/"

export const CONTEXT: Json = [
  "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
  { shangxing: SHANGXING_NAMESPACE },
]

/** China's offset; the time itself is written in UTC. */
const OFFSET = "+08:00"

export type EventType = "ObjectEvent" | "AggregationEvent" | "TransformationEvent"

export type Quantity = { epcClass: string; quantity: number; uom?: "KGM" }

/** Grams as an EPCIS quantity in kilograms: exact, since a double holds 15 digits. */
export const kilograms = (epcClass: string, grams: number): Quantity => ({
  epcClass,
  quantity: grams / 1000,
  uom: "KGM",
})

/** The class of all goods of one GTIN and lot, as a Digital Link: `…/01/{gtin}/10/{lot}`. */
export function lotClass(gtin: string, lot: string): string {
  return `https://id.gs1.org/01/${gtin}/10/${encodeURIComponent(lot)}`
}

/** An organisation by its GLN. */
export const partyLink = (gln: string): string => `https://id.gs1.org/417/${gln}`

/**
 * An event of `type` that happened at `at`; undefined fields are left out. Its `eventID` is its own
 * hash, so whoever holds the event can find it again.
 */
export function buildEvent(
  type: EventType,
  at: string,
  fields: Record<string, Json | undefined>,
): JsonObject {
  const event: JsonObject = {
    type,
    eventTime: new Date(at).toISOString(),
    eventTimeZoneOffset: OFFSET,
  }
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) event[key] = value
  return { eventID: eventHash(event, CONTEXT), ...event }
}

export type ErrorReason = "did_not_occur" | "incorrect_data"

/**
 * Says of an event, without touching it, that it was wrong (EPCIS 2.0 §7.4.1.3): the same event once
 * more, with a declaration and the events that correct it.
 */
export function declareError(
  event: JsonObject,
  declaration: { at: string; reason: ErrorReason; correctiveEventIds: string[] },
): JsonObject {
  const { at, reason, correctiveEventIds } = declaration
  return {
    ...event,
    errorDeclaration: {
      declarationTime: new Date(at).toISOString(),
      reason,
      ...(correctiveEventIds.length === 0 ? {} : { correctiveEventIDs: correctiveEventIds }),
    },
  }
}

/** The events as one EPCISDocument. */
export function buildDocument(events: readonly JsonObject[], createdAt: string): JsonObject {
  return {
    "@context": CONTEXT,
    type: "EPCISDocument",
    schemaVersion: "2.0",
    creationDate: new Date(createdAt).toISOString(),
    epcisBody: { eventList: [...events] },
  }
}
