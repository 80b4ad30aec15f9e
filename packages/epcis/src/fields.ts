/**
 * The canonical property order of CBV 2.0 (§8.9): which standard fields an event may have, in the
 * order in which the pre-hash string has them.
 */

export type Field =
  /** `name=value`, once per value; a bare word of the vocabulary is expanded with `prefix`. */
  | { kind: "value"; name: string; prefix?: string }
  | { kind: "time"; name: string }
  /** `name`, then `item=value` per value. */
  | { kind: "list"; name: string; item: string }
  /** `name`, then its own fields; once per object. */
  | { kind: "group"; name: string; fields: readonly Field[] }
  /** `name`, then per object `item` and its fields; CBV 2.0 leaves out some of these words. */
  | { kind: "elements"; name: string; item: string; says: Says; fields: readonly Field[] }

export type Says = { name: boolean; item: boolean }

const CBV = "https://ref.gs1.org/cbv/"
const VOC = "https://ref.gs1.org/voc/"

const value = (name: string, prefix?: string): Field => ({
  kind: "value",
  name,
  ...(prefix === undefined ? {} : { prefix }),
})
const time = (name: string): Field => ({ kind: "time", name })
const epcs = (name: string): Field => ({ kind: "list", name, item: "epc" })
const place = (name: string): Field => ({ kind: "group", name, fields: [value("id")] })
const quantities = (name: string): Field => ({
  kind: "elements",
  name,
  item: "quantityElement",
  says: { name: true, item: true },
  fields: [value("epcClass"), value("quantity"), value("uom")],
})
const typed = (item: string, prefix: string): Field => ({
  kind: "elements",
  name: `${item}List`,
  item,
  says: { name: true, item: false },
  fields: [value("type", prefix), value(item)],
})

const sensorMetadata: Field = {
  kind: "group",
  name: "sensorMetadata",
  fields: [
    time("time"),
    time("startTime"),
    time("endTime"),
    ...["deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules"].map((name) =>
      value(name),
    ),
  ],
}

const sensorReport: Field = {
  kind: "group",
  name: "sensorReport",
  fields: [
    value("type", VOC),
    value("exception", VOC),
    ...["deviceID", "deviceMetadata", "rawData", "dataProcessingMethod"].map((name) => value(name)),
    time("time"),
    ...["microorganism", "chemicalSubstance", "value"].map((name) => value(name)),
    value("component", `${CBV}Comp-`),
    ...["stringValue", "booleanValue", "hexBinaryValue", "uriValue"].map((name) => value(name)),
    ...["minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"].map((name) =>
      value(name),
    ),
    value("uom"),
    value("coordinateReferenceSystem"),
  ],
}

export const eventFields: readonly Field[] = [
  time("eventTime"),
  value("eventTimeZoneOffset"),
  epcs("epcList"),
  value("parentID"),
  epcs("inputEPCList"),
  epcs("childEPCs"),
  quantities("quantityList"),
  quantities("childQuantityList"),
  quantities("inputQuantityList"),
  epcs("outputEPCList"),
  quantities("outputQuantityList"),
  value("action"),
  value("transformationID"),
  value("bizStep", `${CBV}BizStep-`),
  value("disposition", `${CBV}Disp-`),
  {
    kind: "group",
    name: "persistentDisposition",
    fields: [value("set", `${CBV}Disp-`), value("unset", `${CBV}Disp-`)],
  },
  place("readPoint"),
  place("bizLocation"),
  typed("bizTransaction", `${CBV}BTT-`),
  typed("source", `${CBV}SDT-`),
  typed("destination", `${CBV}SDT-`),
  {
    kind: "elements",
    name: "sensorElementList",
    item: "sensorElement",
    // CBV 2.0 does not write the list's own name here; CBV 2.1 will.
    says: { name: false, item: true },
    fields: [sensorMetadata, sensorReport],
  },
]

/**
 * What never takes part: who stored the event and when, what was declared about it afterwards, and
 * remarks for human readers.
 */
export const excludedKeys: ReadonlySet<string> = new Set([
  "@context",
  "type",
  "@type",
  "eventID",
  "recordTime",
  "errorDeclaration",
  "certificationInfo",
])

export const remarks: ReadonlySet<string> = new Set([
  "comment",
  "rdfs:comment",
  "{http://www.w3.org/2000/01/rdf-schema#}comment",
])
